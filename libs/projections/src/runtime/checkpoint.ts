import { type Redis } from 'ioredis';
import { checkpointKey, everyKey, type Lane } from '../keys.js';
import { Script } from '../redis.js';

export interface Checkpoint {
  readonly sequence: number;
  readonly epoch: number;
}

const CLAIM = new Script(`
local held = redis.call('HMGET', KEYS[1], 'sequence', 'epoch')
local sequence = held[1] or '0'
local epoch = string.format('%d', math.max(tonumber(held[2] or '0'), tonumber(ARGV[1])) + 1)
redis.call('HSET', KEYS[1], 'sequence', sequence, 'epoch', epoch)
if not held[1] or tonumber(sequence) < tonumber(ARGV[2]) then
  redis.call('HSET', KEYS[1], 'target', ARGV[3])
end
return {sequence, epoch}
`);

const CLEAR = new Script(`
local held = redis.call('HMGET', KEYS[1], 'sequence', 'epoch')
if held[1] == '0' and held[2] == ARGV[1] then
  for i = 2, #KEYS do redis.call('UNLINK', KEYS[i]) end
end
`);

export interface ClaimOptions {
  /** What this process knows of the lane; zeros when it is new to it. */
  readonly known: Checkpoint;
  /** The log's last sequence: a read model that starts anew, or fell back, is not read before it gets there. */
  readonly target: number;
}

/** Makes the caller the only writer of the lane: whoever wrote before is refused from now on. */
export const claim = async (
  redis: Redis,
  lane: Lane,
  { known, target }: ClaimOptions,
): Promise<Checkpoint> => {
  const args = [known.epoch, known.sequence, target].map(String);
  const answer = await CLAIM.run(redis, [checkpointKey(lane)], args);
  if (!Array.isArray(answer)) throw new Error('Redis did not answer the claim');
  const checkpoint = { sequence: Number(answer[0]), epoch: Number(answer[1]) };
  if (checkpoint.sequence === 0) await clear(redis, lane, checkpoint.epoch);
  return checkpoint;
};

/** What an incomplete read model left behind would be counted twice. */
const clear = async (redis: Redis, lane: Lane, epoch: number): Promise<void> => {
  const own = checkpointKey(lane);
  for await (const found of redis.scanStream({ match: everyKey(lane), count: 1_000 })) {
    const keys = Array.isArray(found) ? found.map(String).filter((key) => key !== own) : [];
    if (keys.length > 0) await CLEAR.run(redis, [own, ...keys], [String(epoch)]);
  }
};

/** What stands in Redis now; zeros where nothing does. */
export const readCheckpoint = async (redis: Redis, lane: Lane): Promise<Checkpoint> => {
  const [sequence, epoch] = await redis.hmget(checkpointKey(lane), 'sequence', 'epoch');
  return { sequence: Number(sequence ?? 0), epoch: Number(epoch ?? 0) };
};
