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
  group: z.string().exactOptional(),
  territory: z.string().exactOptional(),
  field: z.string().exactOptional(),
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

const packet = z.strictObject({ digest: z.string(), mediaType: z.string() });

const signature = z.strictObject({
  holder: z.enum(['organisation', 'person']),
  outcome: z.enum(['verified', 'invalid', 'unknown-issuer', 'expired']),
  serial: z.string(),
});

export const documentState: StateCodec<Document> = stateCodec<Document>(
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('unissued') }),
    z.strictObject({
      status: z.enum(['issued', 'replaced', 'revoked']),
      inputDigest: z.string(),
      sender: z.string(),
      header,
      recipients: z.array(recipient),
      attachments: z.array(attachment),
      packet,
      signatures: z.array(signature),
      replaces: z.array(z.strictObject({ document: z.string(), headerDocumentId: z.string() })),
      revision: z.int(),
      earlier: z.array(z.strictObject({ attachments: z.array(attachment), packet })),
      changes: z.array(z.string()),
    }),
  ]),
);

const addressed = {
  document: z.string(),
  sender: z.string(),
  recipient: z.string(),
  routedAt: z.int(),
};

const electronic = {
  ...addressed,
  via,
  revision: z.int(),
  offered: z.int(),
  reported: z.array(
    z.strictObject({
      code: z.enum(['01', '02', '03', '04', '05', '06', '13', '15', '16']),
      timestamp: z.int(),
    }),
  ),
};

const request = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take-back'), next: z.int().exactOptional() }),
  z.strictObject({
    kind: z.literal('update'),
    revision: z.int(),
    next: z.int().exactOptional(),
    follows: z.literal(true).exactOptional(),
  }),
]);

export const deliveryState: StateCodec<Delivery> = stateCodec<Delivery>(
  z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('unrouted') }),
    z.strictObject({ status: z.enum(['dispatched-on-paper', 'parked']), ...addressed }),
    z.strictObject({ status: z.literal('rerouted'), ...addressed, successor: z.string() }),
    z.strictObject({
      status: z.enum(['routed', 'sent', 'arrived', 'received', 'assigned', 'processing']),
      ...electronic,
      request: request.exactOptional(),
    }),
    z.strictObject({
      status: z.enum(['refused', 'completed', 'taken-back', 'revoked']),
      ...electronic,
    }),
  ]),
);
