import { z } from 'zod';

const order = z.strictObject({
  /** Agency code of the issuer. */
  from: z.string(),
  /** Business time of issue, an instant. */
  at: z.int(),
  /** Empty: the document stays in its house. */
  to: z.array(
    z.strictObject({ code: z.string(), channel: z.enum(['electronic', 'paper', 'both']) }),
  ),
  typeName: z.string(),
  subject: z.string(),
  notation: z.string(),
  pages: z.int().optional(),
  attachmentBytes: z.int().optional(),
  priority: z.int().optional(),
  dueOn: z.string().optional(),
});

const issued = z.strictObject({
  type: z.literal('issued'),
  /** What the document was told under; the same key again is the same document. */
  key: z.string(),
  system: z.string(),
  /** In the agency's register of outgoing documents, from 1 in each year. */
  number: z.int(),
  order,
});

const sent = z.strictObject({
  type: z.literal('sent'),
  key: z.string(),
  /** The platform's id. */
  documentId: z.string(),
});

/** The platform will never take the document. */
const refused = z.strictObject({
  type: z.literal('refused'),
  key: z.string(),
  /** Name of the problem. */
  code: z.string(),
});

/** What stood in the inbox up to a cursor. */
const received = z.strictObject({
  type: z.literal('received'),
  system: z.string(),
  cursor: z.string(),
  entries: z.array(
    z.strictObject({
      documentId: z.string(),
      /** Internal id of the receiving agency. */
      agency: z.string(),
      /** When the document was issued, an instant. */
      at: z.int(),
      /** In the agency's register of incoming documents, from 1 in each year. */
      number: z.int(),
    }),
  ),
});

const answered = z.strictObject({
  type: z.literal('answered'),
  system: z.string(),
  documents: z.array(
    z.strictObject({
      documentId: z.string(),
      agency: z.string(),
      /** Statuses that the platform has taken, and refused. */
      taken: z.int(),
      refused: z.int(),
    }),
  ),
});

export const recordSchema = z.discriminatedUnion('type', [
  issued,
  sent,
  refused,
  received,
  answered,
]);

/** A line of the registers; once written, it is never forgotten. */
export type RegisterRecord = z.infer<typeof recordSchema>;

/** A document as it is told to an e-office system. */
export type Order = z.infer<typeof order>;

export type IssuedRecord = z.infer<typeof issued>;

export type IncomingEntry = z.infer<typeof received>['entries'][number];
