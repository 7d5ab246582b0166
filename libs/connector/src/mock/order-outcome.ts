import { z } from 'zod';
import { type Problem, problemSchema } from '../platform/problem.js';

/** What became of a document that a mock was told to issue, as `GET /control/issued?key=` tells it. */
export const orderOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('sent') }),
  z.object({ state: z.literal('refused'), problem: problemSchema }),
]);

export type OrderOutcome = z.infer<typeof orderOutcome>;

const UNPROCESSABLE = 422;

/** A refusal of which nothing is known but its name, and perhaps its reason. */
export const problemNamed = (code: string, detail?: string): Problem => ({
  type: 'about:blank',
  code,
  status: UNPROCESSABLE,
  ...(detail === undefined ? {} : { detail }),
});
