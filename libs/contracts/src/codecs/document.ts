import {
  type DocumentCommand,
  type DocumentEvent,
  type IssueDocument,
  type Replaced,
  type RevokeDocument,
  type UpdateDocument,
} from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import {
  attachmentFromWire,
  headerFromWire,
  packetFromWire,
  recipientFromWire,
  recipientToWire,
  signatureFromWire,
  signatureToWire,
} from './documents.shared.js';
import { type Fields, ownBytes, text } from './wire.js';

const v1 = lienthong.documents.v1;

type Issue = Omit<IssueDocument, 'type' | 'at'>;
type Update = Omit<UpdateDocument, 'type' | 'at'>;
type Revocation = Omit<RevokeDocument, 'type' | 'at'>;

const issueToWire = (issue: Issue) => ({
  ...issue,
  recipients: issue.recipients.map(recipientToWire),
  attachments: [...issue.attachments],
  signatures: issue.signatures.map(signatureToWire),
  replaces: [...issue.replaces],
});

const issueFromWire = (wire: Fields<lienthong.documents.v1.DocumentIssued>): Issue => ({
  inputDigest: wire.inputDigest,
  sender: wire.sender,
  header: headerFromWire(wire.header),
  recipients: wire.recipients.map(recipientFromWire),
  attachments: wire.attachments.map(attachmentFromWire),
  packet: packetFromWire(wire.packet),
  signatures: wire.signatures.map(signatureFromWire),
  replaces: wire.replaces.map(replacedFromWire),
  personal: ownBytes(wire.personal),
});

const replacedFromWire = (wire: lienthong.documents.v1.Replaced.$Properties): Replaced => ({
  document: text(wire.document),
  headerDocumentId: text(wire.headerDocumentId),
});

const updateToWire = (update: Update) => ({
  ...update,
  attachments: [...update.attachments],
  added: update.added.map(recipientToWire),
  askedBack: [...update.askedBack],
  signatures: update.signatures.map(signatureToWire),
});

const updateFromWire = (wire: Fields<lienthong.documents.v1.UpdateDocument>): Update => ({
  inputDigest: wire.inputDigest,
  header: headerFromWire(wire.header),
  reason: wire.reason,
  attachments: wire.attachments.map(attachmentFromWire),
  packet: packetFromWire(wire.packet),
  added: wire.added.map(recipientFromWire),
  askedBack: [...wire.askedBack],
  signatures: wire.signatures.map(signatureFromWire),
  personal: ownBytes(wire.personal),
});

const revocationToWire = (revocation: Revocation) => ({
  ...revocation,
  signatures: revocation.signatures.map(signatureToWire),
});

const revocationFromWire = (wire: Fields<lienthong.documents.v1.DocumentRevoked>): Revocation => ({
  inputDigest: wire.inputDigest,
  reason: wire.reason,
  packet: packetFromWire(wire.packet),
  signatures: wire.signatures.map(signatureFromWire),
  personal: ownBytes(wire.personal),
});

const encodeEvent = (event: DocumentEvent): Uint8Array => {
  switch (event.type) {
    case 'DocumentIssued':
      return v1.DocumentIssued.encode(issueToWire(event)).finish();
    case 'DocumentUpdated': {
      const { revision } = event;
      return v1.DocumentUpdated.encode({ ...updateToWire(event), revision }).finish();
    }
    case 'DocumentRevoked':
      return v1.DocumentRevoked.encode(revocationToWire(event)).finish();
    case 'DocumentReplaced':
      return v1.DocumentReplaced.encode(event).finish();
  }
};

const encodeCommand = (command: DocumentCommand): Uint8Array => {
  switch (command.type) {
    case 'IssueDocument':
      return v1.IssueDocument.encode(issueToWire(command)).finish();
    case 'UpdateDocument':
      return v1.UpdateDocument.encode(updateToWire(command)).finish();
    case 'RevokeDocument':
      return v1.RevokeDocument.encode(revocationToWire(command)).finish();
    case 'MarkReplaced':
      return v1.MarkReplaced.encode(command).finish();
  }
};

export const documentEvents: EventCodec<DocumentEvent> = createCodec<DocumentEvent>({
  category: 'document',
  context: 'documents',
  encode: encodeEvent,
  decoders: {
    DocumentIssued: (data, at) => {
      const issue = issueFromWire(v1.DocumentIssued.decode(data));
      return { type: 'DocumentIssued', ...issue, at };
    },
    DocumentUpdated: (data, at) => {
      const wire = v1.DocumentUpdated.decode(data);
      const { revision } = wire;
      return { type: 'DocumentUpdated', ...updateFromWire(wire), revision, at };
    },
    DocumentRevoked: (data, at) => {
      const revocation = revocationFromWire(v1.DocumentRevoked.decode(data));
      return { type: 'DocumentRevoked', ...revocation, at };
    },
    DocumentReplaced: (data, at) => {
      const { by } = v1.DocumentReplaced.decode(data);
      return { type: 'DocumentReplaced', by, at };
    },
  },
});

export const documentCommands: CommandCodec<DocumentCommand> = createCodec<DocumentCommand>({
  category: 'document',
  context: 'documents',
  encode: encodeCommand,
  decoders: {
    IssueDocument: (data, at) => {
      const issue = issueFromWire(v1.IssueDocument.decode(data));
      return { type: 'IssueDocument', ...issue, at };
    },
    UpdateDocument: (data, at) => {
      const update = updateFromWire(v1.UpdateDocument.decode(data));
      return { type: 'UpdateDocument', ...update, at };
    },
    RevokeDocument: (data, at) => {
      const revocation = revocationFromWire(v1.RevokeDocument.decode(data));
      return { type: 'RevokeDocument', ...revocation, at };
    },
    MarkReplaced: (data, at) => {
      const { by } = v1.MarkReplaced.decode(data);
      return { type: 'MarkReplaced', by, at };
    },
  },
});
