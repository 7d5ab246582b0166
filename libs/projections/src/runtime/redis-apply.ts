import { type Redis } from 'ioredis';
import {
  advanceChannel,
  checkpointKey,
  hashKey,
  indexKey,
  type Lane,
  pointerKey,
  rowKey,
  streamKey,
} from '../keys.js';
import { Script } from '../redis.js';
import { type BatchEffects } from './batch-effects.js';

export interface Batch {
  readonly lane: Lane;
  readonly epoch: number;
  /** The checkpoint that must stand in Redis for the batch to be applied. */
  readonly from: number;
  /** The checkpoint after it. */
  readonly to: number;
  readonly effects: BatchEffects;
}

/**
 * `taken-over`: another writer has raised the epoch. `lost`: the read model in Redis is not the one that the batch
 * was folded on, because Redis was emptied or came back from an older snapshot.
 */
export type ApplyOutcome = 'applied' | 'taken-over' | 'lost';

/** Brings the effects of a batch and its checkpoint into Redis, both or neither, once. */
export interface RedisApply {
  apply(redis: Redis, batch: Batch): Promise<ApplyOutcome>;
}

/** A checkpoint that has already reached `to` is the trace of a call whose answer was lost. */
const FENCE = `
local held = redis.call('HMGET', KEYS[1], 'sequence', 'epoch')
local epoch = tonumber(held[2] or '0')
if epoch > tonumber(ARGV[1]) then return 'taken-over' end
if epoch < tonumber(ARGV[1]) then return 'lost' end
if held[1] == ARGV[3] then return 'applied' end
if held[1] ~= ARGV[2] then return 'lost' end
`;

/** Each key after the second has its instruction in the arguments: SET value, HINCRBY n (field by)…, XADD id entry. */
const APPLY = `
local at = 7
for i = 3, #KEYS do
  local op = ARGV[at]
  if op == 'SET' then
    redis.call('SET', KEYS[i], ARGV[at + 1])
    at = at + 2
  elseif op == 'HINCRBY' then
    local last = at + 2 * tonumber(ARGV[at + 1])
    for field = at + 2, last, 2 do
      redis.call('HINCRBY', KEYS[i], ARGV[field], ARGV[field + 1])
    end
    at = last + 2
  else
    redis.call('XADD', KEYS[i], ARGV[at + 1], 'e', ARGV[at + 2])
    at = at + 3
  end
end
redis.call('HSET', KEYS[1], 'sequence', ARGV[3])
if redis.call('GET', KEYS[2]) == ARGV[6] then redis.call('PUBLISH', ARGV[4], ARGV[5]) end
return 'applied'
`;

const script = new Script(FENCE + APPLY);

/** One script call a batch: fence, effects, checkpoint and, where the build is read, the word to those who wait. */
export const fencedApply: RedisApply = {
  apply: async (redis, { lane, epoch, from, to, effects }) => {
    const keys = [checkpointKey(lane), pointerKey(lane)];
    const args = [epoch, from, to].map(String);
    args.push(advanceChannel(lane.tenant), advanceMessage(lane, to, effects), String(lane.build));
    instruct(lane, effects, keys, args);
    return outcome(await script.run(redis, keys, args));
  },
};

const advanceMessage = ({ projection }: Lane, sequence: number, { entries }: BatchEffects) =>
  JSON.stringify({ projection, sequence, streams: [...new Set(entries.map((e) => e.stream))] });

const instruct = (lane: Lane, effects: BatchEffects, keys: string[], args: string[]): void => {
  for (const [row, value] of effects.rows) {
    keys.push(rowKey(lane, row));
    args.push('SET', JSON.stringify(value));
  }
  for (const [hash, fields] of effects.counters) {
    keys.push(hashKey(lane, hash));
    args.push('HINCRBY', String(fields.size));
    for (const [field, by] of fields) args.push(field, String(by));
  }
  for (const { stream, id, entry } of effects.entries) {
    keys.push(streamKey(lane, stream));
    args.push('XADD', id, JSON.stringify(entry));
  }
  for (const { index, id, name } of effects.postings) {
    keys.push(indexKey(lane, index));
    args.push('XADD', id, name);
  }
};

const outcome = (answer: unknown): ApplyOutcome => {
  if (answer === 'applied' || answer === 'taken-over' || answer === 'lost') return answer;
  throw new Error(`an unexpected answer of Redis: ${String(answer)}`);
};
