import { type Redis } from 'ioredis';
import { checkpointKey, everyKey, type Lane, type Model, pointerKey } from '../keys.js';
import { Script } from '../redis.js';

export interface Checkpoint {
  readonly sequence: number;
  readonly epoch: number;
}

/** What stands where nothing was written yet. */
export const NOTHING: Checkpoint = { sequence: 0, epoch: 0 };

/** A lane with its only writer, from a claim until another one's. */
export interface Claimed {
  readonly lane: Lane;
  readonly checkpoint: Checkpoint;
}

/** The build that an emptied Redis begins with. */
const FIRST_BUILD = 1;

const RAISE = `
local function raise(checkpoint, sequence, held, known)
  local epoch = string.format('%d', math.max(tonumber(held or '0'), tonumber(known)) + 1)
  redis.call('HSET', checkpoint, 'sequence', sequence, 'epoch', epoch)
  return epoch
end
`;

/** Answers nothing when another build has become the current one. */
const CLAIM = new Script(`${RAISE}
redis.call('SET', KEYS[2], ARGV[4], 'NX')
if redis.call('GET', KEYS[2]) ~= ARGV[4] then return false end
local held = redis.call('HMGET', KEYS[1], 'sequence', 'epoch')
local sequence = held[1] or '0'
local epoch = raise(KEYS[1], sequence, held[2], ARGV[1])
if not held[1] or tonumber(sequence) < tonumber(ARGV[2]) then
  redis.call('HSET', KEYS[1], 'target', ARGV[3])
end
return {sequence, epoch}
`);

const BEGIN = new Script(`${RAISE}
return {'0', raise(KEYS[1], '0', redis.call('HGET', KEYS[1], 'epoch'), '0')}
`);

const CLEAR = new Script(`
local held = redis.call('HMGET', KEYS[1], 'sequence', 'epoch')
if held[1] == '0' and held[2] == ARGV[1] then
  for i = 2, #KEYS do redis.call('UNLINK', KEYS[i]) end
end
`);

export interface ClaimOptions {
  /** What this process knows of the model; zeros when it is new to it. */
  readonly known: Checkpoint;
  /** The log's last sequence: a read model that starts anew, or fell back, is stale until it gets there. */
  readonly target: number;
}

/** Makes the caller the only writer of the model's current build: whoever wrote before is refused from now on. */
export const claimCurrent = async (
  redis: Redis,
  model: Model,
  { known, target }: ClaimOptions,
): Promise<Claimed> => {
  for (;;) {
    const lane = await currentLane(redis, model);
    const args = [known.epoch, known.sequence, target, lane.build].map(String);
    const answer = await CLAIM.run(redis, [checkpointKey(lane), pointerKey(model)], args);
    if (answer !== null) return cleared(redis, lane, checkpointIn(answer));
  }
};

/** Makes the caller the only writer of a build that begins beside the current one. */
export const claimBeside = async (redis: Redis, model: Model): Promise<Claimed> => {
  const { build } = await currentLane(redis, model);
  const lane = { ...model, build: build + 1 };
  return cleared(redis, lane, checkpointIn(await BEGIN.run(redis, [checkpointKey(lane)], [])));
};

/** The build that readers read, or will. */
export const currentLane = async (redis: Redis, model: Model): Promise<Lane> => ({
  ...model,
  build: Number((await redis.get(pointerKey(model))) ?? FIRST_BUILD),
});

const checkpointIn = (answer: unknown): Checkpoint => {
  if (!Array.isArray(answer)) throw new Error('Redis did not answer the claim');
  return { sequence: Number(answer[0]), epoch: Number(answer[1]) };
};

/** What an incomplete read model left behind would be counted twice. */
const cleared = async (redis: Redis, lane: Lane, checkpoint: Checkpoint): Promise<Claimed> => {
  if (checkpoint.sequence > 0) return { lane, checkpoint };
  const own = checkpointKey(lane);
  for await (const found of redis.scanStream({ match: everyKey(lane), count: 1_000 })) {
    const keys = Array.isArray(found) ? found.map(String).filter((key) => key !== own) : [];
    if (keys.length > 0) await CLEAR.run(redis, [own, ...keys], [String(checkpoint.epoch)]);
  }
  return { lane, checkpoint };
};

/** What stands in Redis now; zeros where nothing does. */
export const readCheckpoint = async (redis: Redis, lane: Lane): Promise<Checkpoint> => {
  const [sequence, epoch] = await redis.hmget(checkpointKey(lane), 'sequence', 'epoch');
  return { sequence: Number(sequence ?? 0), epoch: Number(epoch ?? 0) };
};
