import { setTimeout as pause } from 'node:timers/promises';
import { type PlatformStatus } from '../../apps/cli/src/platform/operator-answers.js';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';

const LOOK_EVERY_MS = 20;
const WITHIN_MS = 90_000;

/** Resolves with the first answer that is not `undefined`; a question that fails is asked again. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = WITHIN_MS,
): Promise<T> => {
  const deadline = Date.now() + withinMs;
  let failure: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      failure = error;
    }
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`in vain: ${what}`, { cause: failure });
};

/** Resolves with the status of a platform whose log has come to `sequence`. */
export const reached = (platform: Platform, sequence: number): Promise<PlatformStatus> =>
  eventually(`event ${String(sequence)}`, async () => {
    const status = await platform.operator.status();
    return status.lastSequence >= sequence ? status : undefined;
  });

/** The sum of all samples of a metric of lgsp. */
export const metricOf = async ({ addresses }: Platform, name: string): Promise<number> => {
  const response = await fetch(new URL('/metrics', addresses.platform));
  const samples = (await response.text()).split('\n').filter((line) => line.startsWith(name));
  return samples.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};
