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
