export { checkPacket } from './check/check-packet.js';
export type { Deviation } from './check/deviation.js';
export { type CheckRule, RULES, isRefusal } from './check/rules.js';
export type { RuleWords } from './check/words.js';
export { canonicalPacketDigest } from './digest.js';
export { mediaTypeOf } from './media-type.js';
export {
  BeyondLimits,
  BrokenAttachment,
  DocumentTypeDeclarationForbidden,
  IncompletePacket,
  MalformedXml,
  NotAnEdxmlPacket,
  PacketRefusal,
  type Position,
  type RefusalRule,
  UnwritablePacket,
} from './packet.errors.js';
export type {
  Business,
  BusinessType,
  DocumentPacket,
  DocumentReference,
  Hop,
  Organ,
  Packet,
  PacketAttachment,
  Receiver,
  Replacement,
  ResponseFor,
  Signer,
  Staff,
  StatusPacket,
} from './packet.js';
export { readPacket } from './read-packet.js';
export { writeDocumentPacket } from './write-document.js';
export { writeStatusPacket } from './write-status.js';
