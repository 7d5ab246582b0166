import { z } from 'zod';

/** What the platform answers to those who look into it. */
const rebuilt = z.looseObject({
  state: z.literal('done'),
  events: z.int(),
  seconds: z.number(),
  identical: z.boolean(),
  digest: z.string(),
  projections: z.array(
    z.object({ projection: z.string(), digest: z.string(), identical: z.boolean() }),
  ),
});

export type Rebuilt = z.infer<typeof rebuilt>;

export const rebuildAnswer = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('asked') }),
  z.looseObject({ state: z.literal('running'), events: z.int(), target: z.int() }),
  rebuilt,
  z.looseObject({ state: z.literal('failed'), reason: z.string() }),
]);

export type Rebuild = z.infer<typeof rebuildAnswer>;

export const rebuildOrder = z.looseObject({ id: z.string() });

/** What was compared, and each thing that is not as it has to be. */
export const verificationAnswer = z.looseObject({
  ok: z.boolean(),
  checked: z.int(),
  differences: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
});

export type Verification = z.infer<typeof verificationAnswer>;

const found = z.looseObject({
  documentId: z.string(),
  code: z.string(),
  subject: z.string(),
  senderCode: z.string(),
  issuedAt: z.string(),
  status: z.string(),
});

/** A page of documents that were looked for; without a cursor there are no more. */
export const foundAnswer = z.looseObject({
  entries: z.array(found),
  cursor: z.string().optional(),
  asOfSequence: z.int(),
  stale: z.boolean(),
});

export type FoundDocuments = z.infer<typeof foundAnswer>;
