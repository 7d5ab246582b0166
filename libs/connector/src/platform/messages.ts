import { type Instant, type LocalDate, toRfc3339 } from '@lienthong/kernel';
import { z } from 'zod';
import { time } from '../http/decode.js';
import { problemSchema } from './problem.js';

export type Channel = 'electronic' | 'paper' | 'both';

/** A document as a system hands it in without edXML; agencies by their codes. */
export interface NewDocument {
  readonly from: string;
  /** The sender's own id: the same id and content again is the same document. */
  readonly documentId: string;
  readonly code: { readonly number: string; readonly notation: string };
  readonly typeName: string;
  readonly subject: string;
  readonly promulgatedOn?: LocalDate;
  readonly dueOn?: LocalDate;
  /** 0 normal … 4 by a set hour. */
  readonly priority?: number;
  readonly to: readonly Addressee[];
  readonly signer?: {
    readonly competence?: string;
    readonly position?: string;
    readonly fullName?: string;
  };
  readonly staff?: {
    readonly department?: string;
    readonly name?: string;
    readonly mobile?: string;
    readonly email?: string;
  };
  readonly attachments?: readonly NewAttachment[];
  /** Present for a new version of a document that was issued under the same id. */
  readonly update?: {
    readonly reason: string;
    readonly add?: readonly Addressee[];
    /** Recipients who are asked to give the document back. */
    readonly askBack?: readonly { readonly code: string }[];
  };
  /** Documents whose place this one takes. */
  readonly replaces?: readonly { readonly documentId: string }[];
}

/** A recipient by its code, or a group of them by its id. */
export interface Addressee {
  readonly code?: string;
  readonly group?: string;
  readonly channel?: Channel;
  /** Where and about what; picks one of several successors of a closed recipient. */
  readonly territory?: string;
  readonly field?: string;
}

/** A file that goes with a document: its content, or the digest of one that was uploaded before. */
export type NewAttachment = { readonly name: string; readonly mediaType: string } & (
  { readonly content: Uint8Array } | { readonly digest: string }
);

export const newDocumentJson = (document: NewDocument): string => {
  const { attachments = [], ...rest } = document;
  const encoded = attachments.map((attachment) =>
    'digest' in attachment
      ? attachment
      : { ...attachment, content: Buffer.from(attachment.content).toString('base64') },
  );
  return JSON.stringify({ ...rest, attachments: encoded });
};

const via = z.enum(['local', 'axis']);

export const acceptedSchema = z.object({
  documentId: z.string(),
  /** Position in the log; a read model that has reached it knows the document. */
  sequence: z.int(),
  deliveries: z.array(z.object({ to: z.string(), agency: z.string(), via })),
});

/** The platform's answer to a document, the same however often it is sent. */
export type Accepted = z.infer<typeof acceptedSchema>;

/** How one document of many fared. */
export const acceptedLineSchema = z.discriminatedUnion('ok', [
  acceptedSchema.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);

export const uploadedSchema = z.object({
  /** SHA-256, hexadecimal: what a document names the content by. */
  digest: z.string(),
  /** Bytes. */
  size: z.int(),
});

/** A content that a document may name. */
export type Uploaded = z.infer<typeof uploadedSchema>;

/** What a recipient says of a document, or with 13 its sender. */
export interface StatusReport {
  /** The platform's id of the document. */
  readonly documentId: string;
  /** Code or internal id of the agency that speaks. */
  readonly agency: string;
  readonly status: string;
  /** With 13: the recipient that is asked to give the document back. */
  readonly recipient?: string;
  readonly at?: Instant;
  readonly description?: string;
  readonly staff?: { readonly department?: string; readonly name?: string };
}

export const statusLine = ({ at, ...report }: StatusReport): string =>
  JSON.stringify(at === undefined ? report : { ...report, at: toRfc3339(at) });

const recordedSchema = z.object({
  sequence: z.int(),
  /** False when the same status was known already. */
  recorded: z.boolean(),
  /** True when a later status was there before; nothing has changed. */
  late: z.boolean(),
});

export const outcomeSchema = z.discriminatedUnion('ok', [
  recordedSchema.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);

const attachmentSchema = z.object({
  digest: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
});

export const inboxPageSchema = z.object({
  entries: z.array(
    z.object({
      cursor: z.string(),
      sequence: z.int(),
      /** The document came, or the recipient is told or asked something of it. */
      kind: z.enum(['document', 'update', 'take-back', 'revocation']),
      /** The version that is meant; 1 as issued. */
      revision: z.int(),
      /** Why, in the sender's words. */
      description: z.string(),
      toldAt: time,
      documentId: z.string(),
      headerDocumentId: z.string(),
      recipient: z.string(),
      recipientCode: z.string(),
      sender: z.string(),
      senderCode: z.string(),
      senderName: z.string(),
      code: z.string(),
      typeName: z.string(),
      subject: z.string(),
      priority: z.int(),
      dueOn: z.string().optional(),
      /** When the document was issued. */
      at: time,
      attachments: z.array(attachmentSchema),
    }),
  ),
  cursor: z.string(),
});

/** Documents for the agencies of a system, in the order of the log. `cursor` is where to go on. */
export type InboxPage = z.infer<typeof inboxPageSchema>;

export type InboxEntry = InboxPage['entries'][number];

export const statusPageSchema = z.object({
  entries: z.array(
    z.object({
      cursor: z.string(),
      sequence: z.int(),
      documentId: z.string(),
      headerDocumentId: z.string(),
      sender: z.string(),
      recipient: z.string(),
      recipientCode: z.string(),
      statusCode: z.string(),
      description: z.string(),
      at: time,
      late: z.boolean(),
    }),
  ),
  cursor: z.string(),
});

/** What recipients said of the documents that a system's agencies sent. */
export type StatusPage = z.infer<typeof statusPageSchema>;

export type StatusEntry = StatusPage['entries'][number];
