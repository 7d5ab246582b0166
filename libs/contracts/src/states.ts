import { type Delivery, type Document } from '@lienthong/documents';
import { type Json } from '@lienthong/kernel';
import { z } from 'zod';
import { jsonObjectOf } from './json.js';

/** How the state of an aggregate is kept between two commands. */
export interface StateCodec<S> {
  encode(state: S): Json;
  /** @throws {z.ZodError} when `json` is no state of this reducer */
  decode(json: unknown): S;
}

const stateCodec = <S extends object>(schema: z.ZodType<S>): StateCodec<S> => ({
  encode: jsonObjectOf,
  decode: (json) => schema.parse(json),
});

const via = z.enum(['local', 'axis']);

const recipient = z.strictObject({
  agency: z.string(),
  code: z.string(),
  channel: z.enum(['electronic', 'paper', 'both']),
  via,
});

const header = z.strictObject({
  documentId: z.string(),
  code: z.string(),
  typeName: z.string(),
  subject: z.string(),
  promulgatedOn: z.string().exactOptional(),
  dueOn: z.string().exactOptional(),
  priority: z.int(),
});

const attachment = z.strictObject({
  digest: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
});

export const documentState: StateCodec<Document> = stateCodec<Document>(
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('unissued') }),
    z.strictObject({
      status: z.literal('issued'),
      inputDigest: z.string(),
      sender: z.string(),
      header,
      recipients: z.array(recipient),
      attachments: z.array(attachment),
      packet: z.strictObject({ digest: z.string(), mediaType: z.string() }),
    }),
  ]),
);

const reported = z.strictObject({
  code: z.enum(['01', '02', '03', '04', '05', '06']),
  timestamp: z.int(),
});

export const deliveryState: StateCodec<Delivery> = stateCodec<Delivery>(
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('unrouted') }),
    z.strictObject({
      status: z.enum([
        'dispatched-on-paper',
        'routed',
        'sent',
        'arrived',
        'refused',
        'received',
        'assigned',
        'processing',
        'completed',
      ]),
      document: z.string(),
      sender: z.string(),
      recipient: z.string(),
      via,
      routedAt: z.int(),
      reported: z.array(reported),
    }),
  ]),
);
