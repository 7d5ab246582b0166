import { type Decider, type Instant, type LocalDate } from '@lienthong/kernel';
import { DocumentDiffers } from './document.errors.js';

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

export interface IssueDocument {
  readonly type: 'IssueDocument';
  /** SHA-256 of the canonical packet: what makes a repetition the same. */
  readonly inputDigest: string;
  /** Internal id of the issuing agency. */
  readonly sender: string;
  readonly header: DocumentHeader;
  readonly recipients: readonly Recipient[];
  readonly attachments: readonly Attachment[];
  readonly packet: ReceivedPacket;
  /** Names and contacts of persons, a {@link PersonalData} message; the one field that is sealed later. */
  readonly personal: Uint8Array;
  readonly at: Instant;
}

export type DocumentCommand = IssueDocument;

export type DocumentIssued = Omit<IssueDocument, 'type'> & { readonly type: 'DocumentIssued' };

export type DocumentEvent = DocumentIssued;

export type Document = { readonly status: 'unissued' } | IssuedDocument;

/** All that was issued but the names of persons, which stay in their event. */
export type IssuedDocument = { readonly status: 'issued' } & Omit<
  DocumentIssued,
  'type' | 'personal' | 'at'
>;

const decide = (command: DocumentCommand, state: Document): readonly DocumentEvent[] => {
  if (state.status === 'unissued') return [{ ...command, type: 'DocumentIssued' }];
  if (state.inputDigest !== command.inputDigest) throw new DocumentDiffers();
  return [];
};

const evolve = (_state: Document, event: DocumentEvent): Document => {
  const { inputDigest, sender, header, recipients, attachments, packet } = event;
  return { status: 'issued', inputDigest, sender, header, recipients, attachments, packet };
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
