import { type Redis } from 'ioredis';
import { checkpointKey, everyKeyOf, type Lane, pointerKey, withinLane } from '../keys.js';
import { Script } from '../redis.js';
import { type Claimed } from './checkpoint.js';
import { TakenOver } from './errors.js';

const SWAP = new Script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'taken-over' end
if redis.call('HGET', KEYS[2], 'epoch') ~= ARGV[2] then return 'taken-over' end
if redis.call('HGET', KEYS[3], 'epoch') ~= ARGV[4] then return 'taken-over' end
redis.call('SET', KEYS[1], ARGV[3])
return 'swapped'
`);

/**
 * Has readers read `next` instead of `current`, from one command to the next.
 *
 * @throws {TakenOver} when the caller is no longer the only writer of both
 */
export const swap = async (redis: Redis, current: Claimed, next: Claimed): Promise<void> => {
  const keys = [pointerKey(current.lane), checkpointKey(current.lane), checkpointKey(next.lane)];
  const args = [current, next].flatMap(({ lane, checkpoint }) => [lane.build, checkpoint.epoch]);
  if ((await SWAP.run(redis, keys, args.map(String))) !== 'swapped') throw new TakenOver();
};

/** Removes every other build of the projection, of other versions too. */
export const dropOthers = async (redis: Redis, lane: Lane): Promise<void> => {
  const isKept = (key: string): boolean =>
    key === pointerKey(lane) || withinLane(lane, key) !== undefined;
  for await (const found of redis.scanStream({ match: everyKeyOf(lane), count: 1_000 })) {
    const keys = Array.isArray(found) ? found.map(String) : [];
    const others = keys.filter((key) => !isKept(key));
    if (others.length > 0) await redis.unlink(others);
  }
};
