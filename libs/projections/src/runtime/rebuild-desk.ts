import { setTimeout } from 'node:timers/promises';
import { type Redis } from 'ioredis';
import { rebuildKey } from '../keys.js';
import { type Rebuilding, rebuiltNames } from '../model/rebuilding.js';
import { Script } from '../redis.js';
import { type Build, type BuildOptions } from './build.js';
import { reasonOf } from './decoded.js';
import { TakenOver } from './errors.js';
import { rebuild } from './rebuild.js';

const LOOK_EVERY_MS = 500;

const TELL = new Script(`
if redis.call('HGET', KEYS[1], 'id') ~= ARGV[1] then return end
redis.call('HSET', KEYS[1], 'busy', ARGV[2], 'told', ARGV[3])
`);

interface Asked {
  readonly id: string;
  readonly projections: readonly string[];
}

/**
 * Rebuilds what is asked for, one after the other, until `signal` aborts. What a process before this one left
 * unfinished is begun anew.
 *
 * @throws {TakenOver}
 */
export const attendRebuilds = async (
  live: Build,
  options: BuildOptions,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    await setTimeout(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const asked = live.isLevel ? await read(options) : undefined;
    if (asked !== undefined) await carryOut(live, asked, { ...options, signal });
  }
};

const read = async ({ redis, tenant }: BuildOptions): Promise<Asked | undefined> => {
  const key = rebuildKey(tenant);
  const [id, busy, projections] = await redis.hmget(key, 'id', 'busy', 'projections');
  if (busy !== '1' || typeof id !== 'string' || typeof projections !== 'string') return undefined;
  return { id, projections: rebuiltNames.parse(JSON.parse(projections)) };
};

const carryOut = async (
  live: Build,
  { id, projections }: Asked,
  options: BuildOptions & { readonly signal: AbortSignal },
): Promise<void> => {
  const { redis, tenant, signal } = options;
  const tell = (told: Rebuilding): Promise<void> => say(redis, tenant, id, told);
  const chosen = options.projections.filter(({ name }) => projections.includes(name));
  try {
    const rebuilt = await rebuild(live, {
      ...options,
      projections: chosen,
      onCommit: () => undefined,
      onProgress: (events, target) => tell({ state: 'running', events, target }),
    });
    await tell({ state: 'done', ...rebuilt });
  } catch (error) {
    if (error instanceof TakenOver) throw error;
    if (!signal.aborted) await tell({ state: 'failed', reason: reasonOf(error) });
  }
};

const say = async (redis: Redis, tenant: string, id: string, told: Rebuilding): Promise<void> => {
  const busy = told.state === 'running' ? '1' : '0';
  await TELL.run(redis, [rebuildKey(tenant)], [id, busy, JSON.stringify(told)]);
};
