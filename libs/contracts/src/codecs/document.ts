import {
  type Attachment,
  type DocumentCommand,
  type DocumentEvent,
  type DocumentHeader,
  type IssueDocument,
  type Recipient,
} from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { channels, packetFromWire, vias } from './documents.shared.js';
import { type Fields, ownBytes, present, text, whole } from './wire.js';

const v1 = lienthong.documents.v1;

type Issue = Omit<IssueDocument, 'type' | 'at'>;

const recipientToWire = ({ agency, code, channel, via }: Recipient) => ({
  agency,
  code,
  channel: channels.toWire(channel),
  via: vias.toWire(via),
});

const recipientFromWire = (wire: lienthong.documents.v1.Recipient.$Properties): Recipient => ({
  agency: text(wire.agency),
  code: text(wire.code),
  channel: channels.fromWire(wire.channel),
  via: vias.fromWire(wire.via),
});

const attachmentFromWire = (wire: lienthong.documents.v1.Attachment.$Properties): Attachment => ({
  digest: text(wire.digest),
  name: text(wire.name),
  mediaType: text(wire.mediaType),
  size: whole(wire.size),
});

const headerFromWire = (
  wire: lienthong.documents.v1.DocumentHeader.$Properties,
): DocumentHeader => ({
  documentId: text(wire.documentId),
  code: text(wire.code),
  typeName: text(wire.typeName),
  subject: text(wire.subject),
  ...(wire.promulgatedOn ? { promulgatedOn: wire.promulgatedOn } : {}),
  ...(wire.dueOn ? { dueOn: wire.dueOn } : {}),
  priority: wire.priority ?? 0,
});

const issueToWire = (issue: Issue) => ({
  inputDigest: issue.inputDigest,
  sender: issue.sender,
  header: issue.header,
  recipients: issue.recipients.map(recipientToWire),
  attachments: [...issue.attachments],
  packet: issue.packet,
  personal: issue.personal,
});

const issueFromWire = (wire: Fields<lienthong.documents.v1.DocumentIssued>): Issue => ({
  inputDigest: wire.inputDigest,
  sender: wire.sender,
  header: headerFromWire(present(wire.header, 'header')),
  recipients: wire.recipients.map(recipientFromWire),
  attachments: wire.attachments.map(attachmentFromWire),
  packet: packetFromWire(wire.packet),
  personal: ownBytes(wire.personal),
});

export const documentEvents: EventCodec<DocumentEvent> = createCodec<DocumentEvent>({
  category: 'document',
  context: 'documents',
  encode: (event) => v1.DocumentIssued.encode(issueToWire(event)).finish(),
  decoders: {
    DocumentIssued: (data, at) => {
      const issue = issueFromWire(v1.DocumentIssued.decode(data));
      return { type: 'DocumentIssued', ...issue, at };
    },
  },
});

export const documentCommands: CommandCodec<DocumentCommand> = createCodec<DocumentCommand>({
  category: 'document',
  context: 'documents',
  encode: (command) => v1.IssueDocument.encode(issueToWire(command)).finish(),
  decoders: {
    IssueDocument: (data, at) => {
      const issue = issueFromWire(v1.IssueDocument.decode(data));
      return { type: 'IssueDocument', ...issue, at };
    },
  },
});
