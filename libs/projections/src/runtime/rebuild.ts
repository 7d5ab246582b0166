import { type RecordedMessage } from '@lienthong/contracts';
import { type Redis } from 'ioredis';
import { type Rebuilt, type RebuiltProjection } from '../model/rebuilding.js';
import { BATCH_EVENTS, Build, type BuildOptions } from './build.js';
import { type Claimed } from './checkpoint.js';
import { digestOfLane } from './digest.js';
import { dropOthers, swap } from './swap.js';

/** So close to the live build that it may wait until the rest is read. */
const NEARLY_THERE = 500;

export interface RebuildOptions extends BuildOptions {
  readonly signal: AbortSignal;
  /** Told after each batch how many of `target` events were folded. */
  readonly onProgress: (events: number, target: number) => Promise<void>;
}

/**
 * Builds the projections from the first event beside those of `live`, compares both at one sequence, and has readers
 * read the new ones. Reading goes on throughout; `live` stands still only while both are compared.
 *
 * @throws {TakenOver | ReadModelLost}
 * @throws the reason of `signal` when it aborts
 */
export const rebuild = async (live: Build, options: RebuildOptions): Promise<Rebuilt> => {
  const { redis } = options;
  const startedAt = performance.now();
  const beside = await Build.beside(options);
  const raise = raising(beside, options);
  do await raise(live.position);
  while (live.position - beside.position > NEARLY_THERE);
  const projections: RebuiltProjection[] = [];
  const release = await live.hold();
  try {
    await raise(live.position);
    for (const { name } of options.projections) {
      const [before, after] = [live.claimed(name), beside.claimed(name)];
      projections.push({ projection: name, ...(await compared(redis, before, after)) });
      await swap(redis, before, after);
    }
    live.adopt(beside);
  } finally {
    release();
  }
  const events = beside.position;
  for (const { name } of options.projections) await dropOthers(redis, live.claimed(name).lane);
  return { events, seconds: secondsSince(startedAt), projections };
};

const raising =
  (build: Build, { log, signal, onProgress }: RebuildOptions) =>
  async (until: number): Promise<void> => {
    const from = build.position + 1;
    if (from > until) return;
    const gathered: RecordedMessage[] = [];
    const fold = async (): Promise<void> => {
      await build.apply(gathered.splice(0));
      await onProgress(build.position, until);
    };
    await log.read({
      from,
      until,
      signal,
      // The log hands over what has come, however little; few large batches are folded sooner.
      onMessages: async (messages) => {
        gathered.push(...messages);
        if (gathered.length >= BATCH_EVENTS) await fold();
      },
    });
    await fold();
    signal.throwIfAborted();
  };

const compared = async (
  redis: Redis,
  before: Claimed,
  after: Claimed,
): Promise<Omit<RebuiltProjection, 'projection'>> => {
  const [was, digest] = await Promise.all([
    digestOfLane(redis, before.lane),
    digestOfLane(redis, after.lane),
  ]);
  return { digest, identical: was === digest };
};

const secondsSince = (start: number): number => Math.round(performance.now() - start) / 1_000;
