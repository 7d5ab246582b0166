import { issueOrder } from '@lienthong/connector';
import { z } from 'zod';

const issue = z.strictObject({
  type: z.literal('issued'),
  key: z.string(),
  /** In the agency's register of outgoing documents, from 1 in each year. */
  number: z.int(),
  document: issueOrder,
});

const sent = z.strictObject({ type: z.literal('sent'), key: z.string(), docId: z.string() });

const refused = z.strictObject({
  type: z.literal('refused'),
  key: z.string(),
  code: z.string(),
  reason: z.string(),
});

const received = z.strictObject({
  type: z.literal('received'),
  system: z.string(),
  docId: z.string(),
  documentId: z.string(),
});

const answered = z.strictObject({
  type: z.literal('answered'),
  system: z.string(),
  docId: z.string(),
  statuses: z.int(),
});

const heard = z.strictObject({
  type: z.literal('heard'),
  docId: z.string(),
  documentId: z.string(),
  agency: z.string(),
  statusCode: z.string(),
  at: z.int(),
});

/** Something that an outside system must not forget. Times are instants. */
export const recordSchema = z.discriminatedUnion('type', [
  issue,
  sent,
  refused,
  received,
  answered,
  heard,
]);

export type OutsideRecord = z.infer<typeof recordSchema>;
export type IssuedRecord = z.infer<typeof issue>;
export type RefusedRecord = z.infer<typeof refused>;
export type IssuedDocument = IssuedRecord['document'];
/** A status that came back about a document of ours. */
export type HeardRecord = z.infer<typeof heard>;
