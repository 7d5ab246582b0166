export { delivery } from './delivery.js';
export {
  type Answer,
  type AnswerRequest,
  type DeliveryCommand,
  type DeliveryEvent,
  type ParkDelivery,
  type ReportStatus,
  type RequestKind,
  type RequestTakeBack,
  type RerouteDelivery,
  type RouteDelivery,
  type Said,
  type Status,
} from './delivery.messages.js';
export { type Delivery, type OpenRequest } from './delivery.state.js';
export {
  DeliveryUnknown,
  NoOpenRequest,
  NotADelivery,
  RequestOpen,
  AnswerWithoutTime,
  SaidTooEarly,
  StatusUnknown,
  TooLate,
  WrongSpeaker,
} from './delivery.errors.js';
export {
  type Attachment,
  type Channel,
  type Circulation,
  circulationOf,
  document,
  type Document,
  type DocumentCommand,
  type DocumentEvent,
  type DocumentHeader,
  type DocumentIssued,
  type DocumentReplaced,
  type DocumentRevoked,
  type DocumentUpdated,
  type IssuedDocument,
  type IssueDocument,
  type ReceivedPacket,
  type Recipient,
  type Replaced,
  type RevokeDocument,
  type Signature,
  type UpdateDocument,
  type Via,
} from './document.js';
export { DocumentClosed, DocumentDiffers, DocumentUnknown } from './document.errors.js';
export { deliveryIdOf, documentIdOf } from './ids.js';
export {
  parked,
  type Parked,
  type ParkedCommand,
  type ParkedEvent,
  type ParkMessage,
} from './parked.js';
export {
  type AnswerCode,
  type Progress,
  isStatusCode,
  progressOf,
  type ReportCode,
  reportCode,
  statusCode,
  type StatusCode,
  TAKE_BACK,
} from './status.js';
