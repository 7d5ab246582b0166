import { type Decider, type Instant, type LocalDate } from '@lienthong/kernel';
import { DocumentClosed, DocumentDiffers, DocumentUnknown } from './document.errors.js';

/** How a recipient gets the document. Paper is handed over outside the bus and only recorded. */
export type Channel = 'electronic' | 'paper' | 'both';

/** `local`: into the recipient's inbox here; `axis`: over the national document axis. */
export type Via = 'local' | 'axis';

export interface Recipient {
  /** Internal id of the agency. */
  readonly agency: string;
  /** The agency code that the sender wrote. */
  readonly code: string;
  readonly channel: Channel;
  readonly via: Via;
  /** The recipient group that the sender named instead of the agency. */
  readonly group?: string;
  /** What the sender said of where and about what; picks one of several successors of a closed recipient. */
  readonly territory?: string;
  readonly field?: string;
}

export interface Attachment {
  /** SHA-256 of the content, which is kept in the object store under this name. */
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** What a document says of itself; nothing here names a person (see `personal`). */
export interface DocumentHeader {
  /** The sender's own id, opaque: impossible dates and odd numbers occur. */
  readonly documentId: string;
  /** Number and notation, `7816/VPCP-TTĐT`. */
  readonly code: string;
  readonly typeName: string;
  readonly subject: string;
  readonly promulgatedOn?: LocalDate;
  readonly dueOn?: LocalDate;
  /** 0 normal … 4 by a set hour. */
  readonly priority: number;
}

/** The bytes that the sender handed in, kept as an object. */
export interface ReceivedPacket {
  readonly digest: string;
  readonly mediaType: string;
}

/** What the door found out about a signature on the bytes handed in, judged at the business time. */
export interface Signature {
  readonly holder: 'organisation' | 'person';
  readonly outcome: 'verified' | 'invalid' | 'unknown-issuer' | 'expired';
  /** Of the certificate, hexadecimal. */
  readonly serial: string;
}

/** A document that another one replaces. */
export interface Replaced {
  /** Our id. */
  readonly document: string;
  /** The sender's own id. */
  readonly headerDocumentId: string;
}

/** What is handed in anew with each version of a document. */
interface Version {
  /** SHA-256 of the canonical packet: what makes a repetition the same. */
  readonly inputDigest: string;
  readonly header: DocumentHeader;
  readonly attachments: readonly Attachment[];
  readonly packet: ReceivedPacket;
  readonly signatures: readonly Signature[];
  /** Names and contacts of persons, a {@link PersonalData} message; the one field that is sealed later. */
  readonly personal: Uint8Array;
  readonly at: Instant;
}

export interface IssueDocument extends Version {
  readonly type: 'IssueDocument';
  /** Internal id of the issuing agency. */
  readonly sender: string;
  readonly recipients: readonly Recipient[];
  /** Documents whose place this one takes (BussinessDocType 3). */
  readonly replaces: readonly Replaced[];
}

/** BussinessDocType 2. */
export interface UpdateDocument extends Version {
  readonly type: 'UpdateDocument';
  readonly reason: string;
  /** Recipients who get the document from this version on. */
  readonly added: readonly Recipient[];
  /** Internal ids of recipients who are asked to give it back. */
  readonly askedBack: readonly string[];
}

/** BussinessDocType 1. */
export interface RevokeDocument {
  readonly type: 'RevokeDocument';
  readonly inputDigest: string;
  readonly reason: string;
  readonly packet: ReceivedPacket;
  /** On the revocation itself; the document keeps those of its latest version. */
  readonly signatures: readonly Signature[];
  readonly personal: Uint8Array;
  readonly at: Instant;
}

/** Another document has taken its place. */
export interface MarkReplaced {
  readonly type: 'MarkReplaced';
  /** Our id of that document. */
  readonly by: string;
  readonly at: Instant;
}

export type DocumentCommand = IssueDocument | UpdateDocument | RevokeDocument | MarkReplaced;

export type DocumentIssued = Omit<IssueDocument, 'type'> & { readonly type: 'DocumentIssued' };
export type DocumentUpdated = Omit<UpdateDocument, 'type'> & {
  readonly type: 'DocumentUpdated';
  /** 2 for the first update. */
  readonly revision: number;
};
export type DocumentRevoked = Omit<RevokeDocument, 'type'> & { readonly type: 'DocumentRevoked' };
export type DocumentReplaced = Omit<MarkReplaced, 'type'> & { readonly type: 'DocumentReplaced' };

export type DocumentEvent = DocumentIssued | DocumentUpdated | DocumentRevoked | DocumentReplaced;

export type Document = { readonly status: 'unissued' } | IssuedDocument;

/**
 * The latest version, all but the names of persons, which stay in their events; `inputDigest` is that of the packet
 * that issued the document.
 */
export interface IssuedDocument extends Omit<Version, 'personal' | 'at'> {
  readonly status: 'issued' | 'replaced' | 'revoked';
  readonly sender: string;
  /** Everybody it was ever addressed to, in the order in which they were named. */
  readonly recipients: readonly Recipient[];
  readonly replaces: readonly Replaced[];
  /** 1 as issued. */
  readonly revision: number;
  /** What the versions before this one were made of, in their order: who has not taken a later one reads its own. */
  readonly earlier: readonly Pick<Version, 'attachments' | 'packet'>[];
  /** Input digests of the updates and of the revocation. */
  readonly changes: readonly string[];
}

const decide = (command: DocumentCommand, state: Document): readonly DocumentEvent[] => {
  if (command.type === 'IssueDocument') return issue(command, state);
  if (state.status === 'unissued') throw new DocumentUnknown();
  switch (command.type) {
    case 'UpdateDocument':
      return isRepeated(command, state) ? [] : [update(command, state)];
    case 'RevokeDocument':
      return isRepeated(command, state) ? [] : [{ ...command, type: 'DocumentRevoked' }];
    case 'MarkReplaced':
      return state.status === 'issued' ? [{ ...command, type: 'DocumentReplaced' }] : [];
  }
};

const issue = (command: IssueDocument, state: Document): readonly DocumentEvent[] => {
  if (state.status === 'unissued') return [{ ...command, type: 'DocumentIssued' }];
  if (state.inputDigest !== command.inputDigest) throw new DocumentDiffers();
  return [];
};

/** Who has the document already does not join: it is offered the new version like the others. */
const update = (command: UpdateDocument, state: IssuedDocument): DocumentUpdated => {
  const known = new Set(state.recipients.map(({ agency }) => agency));
  const added = command.added.filter(({ agency }) => !known.has(agency));
  return { ...command, type: 'DocumentUpdated', added, revision: state.revision + 1 };
};

/** @throws {DocumentClosed} for a change that is none of those already made, when none is taken any more */
const isRepeated = ({ inputDigest }: { inputDigest: string }, state: IssuedDocument): boolean => {
  if (state.changes.includes(inputDigest)) return true;
  if (state.status === 'issued') return false;
  throw new DocumentClosed(state.status);
};

const evolve = (state: Document, event: DocumentEvent): Document => {
  if (event.type === 'DocumentIssued') {
    const { type: _type, personal: _personal, at: _at, ...issued } = event;
    return { status: 'issued', ...issued, revision: 1, earlier: [], changes: [] };
  }
  if (state.status === 'unissued') throw new DocumentUnknown();
  switch (event.type) {
    case 'DocumentUpdated':
      return updated(state, event);
    case 'DocumentRevoked':
      return { ...state, status: 'revoked', changes: [...state.changes, event.inputDigest] };
    case 'DocumentReplaced':
      return { ...state, status: 'replaced' };
  }
};

const updated = (state: IssuedDocument, event: DocumentUpdated): IssuedDocument => {
  const { inputDigest, header, attachments, packet, signatures, revision, added } = event;
  return {
    ...state,
    header,
    attachments,
    packet,
    signatures,
    revision,
    earlier: [...state.earlier, { attachments: state.attachments, packet: state.packet }],
    recipients: [...state.recipients, ...added],
    changes: [...state.changes, inputDigest],
  };
};

export const document: Decider<Document, DocumentCommand, DocumentEvent> = {
  initial: { status: 'unissued' },
  decide,
  evolve,
};

/** How a document is counted: by the channels of all its recipients. */
export type Circulation = 'electronic' | 'mixed' | 'paper' | 'internal';

export const circulationOf = (recipients: readonly Pick<Recipient, 'channel'>[]): Circulation => {
  if (recipients.length === 0) return 'internal';
  if (recipients.every(({ channel }) => channel === 'electronic')) return 'electronic';
  return recipients.every(({ channel }) => channel === 'paper') ? 'paper' : 'mixed';
};
