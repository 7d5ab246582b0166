import {
  type Attachment,
  type DocumentHeader,
  type ReceivedPacket,
  type Recipient,
  type Signature,
} from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { present, text, whole, words } from './wire.js';

const v1 = lienthong.documents.v1;

export const channels = words({
  electronic: v1.Channel.CHANNEL_ELECTRONIC,
  paper: v1.Channel.CHANNEL_PAPER,
  both: v1.Channel.CHANNEL_BOTH,
});

export const vias = words({ local: v1.Via.VIA_LOCAL, axis: v1.Via.VIA_AXIS });

export const packetFromWire = (
  wire: lienthong.documents.v1.ReceivedPacket.$Properties | null | undefined,
): ReceivedPacket => {
  const { digest, mediaType } = present(wire, 'packet');
  return { digest: text(digest), mediaType: text(mediaType) };
};

const holders = words({
  organisation: v1.SignatureHolder.SIGNATURE_HOLDER_ORGANISATION,
  person: v1.SignatureHolder.SIGNATURE_HOLDER_PERSON,
});

const outcomes = words({
  verified: v1.SignatureOutcome.SIGNATURE_OUTCOME_VERIFIED,
  invalid: v1.SignatureOutcome.SIGNATURE_OUTCOME_INVALID,
  'unknown-issuer': v1.SignatureOutcome.SIGNATURE_OUTCOME_UNKNOWN_ISSUER,
  expired: v1.SignatureOutcome.SIGNATURE_OUTCOME_EXPIRED,
});

type WireRecipient = lienthong.documents.v1.Recipient.$Properties;
type WireSignature = lienthong.documents.v1.Signature.$Properties;

export const recipientToWire = (recipient: Recipient): WireRecipient => ({
  ...recipient,
  channel: channels.toWire(recipient.channel),
  via: vias.toWire(recipient.via),
});

export const recipientFromWire = (wire: WireRecipient): Recipient => ({
  agency: text(wire.agency),
  code: text(wire.code),
  channel: channels.fromWire(wire.channel),
  via: vias.fromWire(wire.via),
  ...(wire.group ? { group: wire.group } : {}),
  ...(wire.territory ? { territory: wire.territory } : {}),
  ...(wire.field ? { field: wire.field } : {}),
});

export const attachmentFromWire = (
  wire: lienthong.documents.v1.Attachment.$Properties,
): Attachment => ({
  digest: text(wire.digest),
  name: text(wire.name),
  mediaType: text(wire.mediaType),
  size: whole(wire.size),
});

export const headerFromWire = (
  wire: lienthong.documents.v1.DocumentHeader.$Properties | null | undefined,
): DocumentHeader => {
  const header = present(wire, 'header');
  return {
    documentId: text(header.documentId),
    code: text(header.code),
    typeName: text(header.typeName),
    subject: text(header.subject),
    ...(header.promulgatedOn ? { promulgatedOn: header.promulgatedOn } : {}),
    ...(header.dueOn ? { dueOn: header.dueOn } : {}),
    priority: header.priority ?? 0,
  };
};

export const signatureToWire = ({ holder, outcome, serial }: Signature): WireSignature => ({
  holder: holders.toWire(holder),
  outcome: outcomes.toWire(outcome),
  serial,
});

export const signatureFromWire = (wire: WireSignature): Signature => ({
  holder: holders.fromWire(wire.holder),
  outcome: outcomes.fromWire(wire.outcome),
  serial: text(wire.serial),
});
