import { issueOrder } from '@lienthong/connector';
import { z } from 'zod';

const issued = z.strictObject({
  type: z.literal('issued'),
  /** What the document was told under; the same key again is the same document. */
  key: z.string(),
  system: z.string(),
  /** In the agency's register of outgoing documents, from 1 in each year. */
  number: z.int(),
  order: issueOrder,
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
  /** All of it, where the platform told it. */
  problem: z.record(z.string(), z.json()).optional(),
});

/** What an agency is asked or told of a document that it has. */
const question = z.strictObject({
  documentId: z.string(),
  /** Internal id of the agency. */
  agency: z.string(),
  kind: z.enum(['update', 'take-back', 'revocation']),
  /** When it was asked, an instant; tells questions of one kind apart. */
  at: z.int(),
  /** The reason, in the sender's words, and the subject. */
  words: z.string().default(''),
  readAt: z.int().optional(),
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
      /** Code of the sender. */
      from: z.string(),
      /** The sender's number and notation. */
      code: z.string(),
      subject: z.string(),
      /** The present when it was read, where the platform was known to live in real time; an instant. */
      readAt: z.int().optional(),
    }),
  ),
  questions: z.array(question).default([]),
});

const answered = z.strictObject({
  type: z.literal('answered'),
  system: z.string(),
  documents: z.array(
    z.strictObject({
      documentId: z.string(),
      agency: z.string(),
      /** There is more to be said of the document later. */
      more: z.boolean().optional(),
      /** What was answered, where it was not the document itself. */
      question: question.pick({ kind: true, at: true }).optional(),
      answers: z.array(
        z.object({
          status: z.string(),
          description: z.string(),
          at: z.int(),
          /** Name of the problem, where the platform will never take the status. */
          refused: z.string().optional(),
        }),
      ),
    }),
  ),
});

/** What recipients said, up to a cursor, of documents that a system has sent. */
const heard = z.strictObject({
  type: z.literal('heard'),
  system: z.string(),
  cursor: z.string(),
  statuses: z.array(
    z.strictObject({
      documentId: z.string(),
      /** Internal id of the agency that sent the document. */
      agency: z.string(),
      /** The recipient's code as the document names it. */
      recipient: z.string(),
      status: z.string(),
      description: z.string(),
      at: z.int(),
      /** It came after a later one and changes nothing. */
      late: z.boolean(),
    }),
  ),
});

/** Up to when the agencies act, as the conductor of a scenario has said last; null: without an end. */
const held = z.strictObject({ type: z.literal('held'), until: z.int().nullable() });

export const recordSchema = z.discriminatedUnion('type', [
  issued,
  sent,
  refused,
  received,
  answered,
  heard,
  held,
]);

/** A line of the registers; once written, it is never forgotten. */
export type RegisterRecord = z.infer<typeof recordSchema>;

export type IssuedRecord = z.infer<typeof issued>;

export type RefusedRecord = z.infer<typeof refused>;

export type IncomingEntry = z.infer<typeof received>['entries'][number];

export type Question = z.infer<typeof question>;

/** What was said of an incoming document, and whether the platform took it. */
export type GivenAnswer = z.infer<typeof answered>['documents'][number]['answers'][number];

export type HeardStatus = z.infer<typeof heard>['statuses'][number];
