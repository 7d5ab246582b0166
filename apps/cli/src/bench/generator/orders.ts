import { z } from 'zod';

const party = z.object({ code: z.string(), key: z.string() });

/** What the process that makes the load is told, one at a time. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('connect'),
    url: z.url(),
    sender: party,
    recipients: z.array(party),
  }),
  z.object({ kind: z.literal('flow'), writers: z.int().positive(), seconds: z.number() }),
  z.object({ kind: z.literal('offer'), perSecond: z.number().positive(), seconds: z.number() }),
]);

export type Order = z.infer<typeof orderSchema>;

export type ConnectOrder = Extract<Order, { kind: 'connect' }>;

export type LoadOrder = Exclude<Order, ConnectOrder>;

/** Of the documents that every recipient has read; milliseconds. */
const latency = z.object({ p50Ms: z.number(), p99Ms: z.number() });

export const reportSchema = z.object({
  documents: z.int(),
  /** From the answer of the door until the recipient had read the document. */
  fromAccepted: latency,
  /** From the time at which the document was to be sent: what waits before the door is in it. */
  fromDue: latency,
});

/** What became of a load. */
export type Report = z.infer<typeof reportSchema>;

export const answerSchema = z.union([
  z.object({ done: z.literal(true) }),
  z.object({ report: reportSchema }),
  z.object({ failure: z.string() }),
]);

export type Answer = z.infer<typeof answerSchema>;
