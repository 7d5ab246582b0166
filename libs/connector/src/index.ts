export {
  AxisClient,
  type AxisOptions,
  type AxisPage,
  AxisRefused,
  AxisUnreachable,
} from './axis/client.js';
export {
  type AxisAgency,
  type AxisListItem,
  type AxisMessageType,
  type AxisRegistration,
  type AxisSentItem,
  type AxisTransportStatus,
} from './axis/messages.js';
export { type Answer, ask, NoAnswer } from './http/ask.js';
export { UnreadableAnswer } from './http/decode.js';
export { ENDLESS_PATIENCE, type Patience, SHORT_PATIENCE } from './http/patience.js';
export { type Journal, JournalDamaged, type JournalOptions, openJournal } from './journal.js';
export { ActRequest, type HandStatus, type MockSystem } from './mock/act-request.js';
export { FAULT_KINDS, type FaultKind } from './mock/fault-kinds.js';
export { type IssueOrder, issueOrder } from './mock/issue-order.js';
export { orderOutcome, type OrderOutcome, problemNamed } from './mock/order-outcome.js';
export { IssueRequest, type KeyedOrder, keyedOrder, SettleRequest } from './mock/issue-request.js';
export {
  type DocumentOutcome,
  type PageQuery,
  PlatformClient,
  type PlatformOptions,
  type Sending,
  type StatusOutcome,
} from './platform/client.js';
export {
  type Accepted,
  type Channel,
  type InboxEntry,
  type InboxPage,
  type NewAttachment,
  type NewDocument,
  newDocumentJson,
  type StatusEntry,
  type StatusPage,
  type StatusReport,
  type Uploaded,
} from './platform/messages.js';
export {
  PlatformProblem,
  type Problem,
  problemOf,
  problemSchema,
  readProblem,
} from './platform/problem.js';
export { makeSamplePdf } from './sample-pdf.js';
export { type Seeded, seeded } from './seeded.js';
