export {
  agencyAggregate,
  type AggregateType,
  deliveryAggregate,
  documentAggregate,
  groupAggregate,
  memberAggregate,
  packetAggregate,
  parkedAggregate,
  systemAggregate,
} from './aggregates.js';
export { catalogue, type CatalogueEntry } from './catalogue.js';
export { NotACloudEvent } from './cloudevents.errors.js';
export { fromNatsHeaders, toCloudEventJson, toNatsHeaders } from './cloudevents.js';
export { agencyCommands, agencyEvents } from './codecs/agency.js';
export { UndecodableEvent, UnknownEventType } from './codecs/codec.errors.js';
export {
  type CommandCodec,
  type Encoded,
  type EventCodec,
  type Message,
  type MessageCodec,
} from './codecs/codec.js';
export { deliveryCommands, deliveryEvents } from './codecs/delivery.js';
export { documentCommands, documentEvents } from './codecs/document.js';
export { memberCommands, memberEvents } from './codecs/member.js';
export { packetCommands, packetEvents } from './codecs/packet.js';
export { parkedCommands, parkedEvents } from './codecs/parked.js';
export { systemCommands, systemEvents } from './codecs/system.js';
export { commandOf } from './commands.js';
export { type DomainCommand, type DomainEvent } from './domain.js';
export {
  decodeRecorded,
  type EventEnvelope,
  type Recorded,
  type RecordedMessage,
} from './envelope.js';
export {
  decodePersonal,
  encodePersonal,
  type Evidence,
  type Personal,
  type Signer,
  type Staff,
} from './personal.js';
export { type DigestedMessage, digestOfRun, RunDigest } from './run-digest.js';
export { type StateCodec } from './states.js';
export { objectsNamedBy } from './named-objects.js';
export { InvalidSubject, InvalidToken } from './subjects.errors.js';
export {
  CATEGORIES,
  type Category,
  categorySubjects,
  parseSubject,
  streamOf,
  type Subject,
  subjectOf,
  type SubjectParts,
  tenantSubjects,
} from './subjects.js';
