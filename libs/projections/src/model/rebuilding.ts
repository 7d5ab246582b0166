import { z } from 'zod';

/** What a projection was rebuilt to. */
const rebuiltProjection = z.object({
  projection: z.string(),
  /** Of the new build, 64 hexadecimal digits. */
  digest: z.string(),
  /** Whether the build before held the same at the same sequence. */
  identical: z.boolean(),
});

export type RebuiltProjection = z.infer<typeof rebuiltProjection>;

/** How far a rebuilding has come, kept in Redis for whoever asked for it. */
export const rebuilding = z.discriminatedUnion('state', [
  z.object({ state: z.literal('asked') }),
  /** Of `target` events, `events` were folded. */
  z.object({ state: z.literal('running'), events: z.int(), target: z.int() }),
  z.object({
    state: z.literal('done'),
    events: z.int(),
    seconds: z.number(),
    projections: z.array(rebuiltProjection).readonly(),
  }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
]);

export type Rebuilding = z.infer<typeof rebuilding>;
export type Rebuilt = Omit<Extract<Rebuilding, { state: 'done' }>, 'state'>;

/** Which projections are to be rebuilt, by name. */
export const rebuiltNames = z.array(z.string()).readonly();
