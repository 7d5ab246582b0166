export {
  delivery,
  type Delivery,
  type DeliveryCommand,
  type DeliveryEvent,
  type ReportStatus,
  type RouteDelivery,
  type Status,
} from './delivery.js';
export {
  DeliveryUnknown,
  NotADelivery,
  NotYetSupported,
  StatusUnknown,
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
  type IssuedDocument,
  type IssueDocument,
  type ReceivedPacket,
  type Recipient,
  type Via,
} from './document.js';
export { DocumentDiffers } from './document.errors.js';
export { deliveryIdOf, documentIdOf } from './ids.js';
export {
  parked,
  type Parked,
  type ParkedCommand,
  type ParkedEvent,
  type ParkMessage,
} from './parked.js';
export { isTerminal, type Progress, progressOf, statusCode, type StatusCode } from './status.js';
