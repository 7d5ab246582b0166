import { type Batch, type RedisApply } from '@lienthong/projections';
import { type Redis } from 'ioredis';
import {
  checkpointKey,
  hashKey,
  indexKey,
  rowKey,
  streamKey,
} from '../../libs/projections/src/keys.js';

const writeEffects = async (redis: Redis, { lane, effects }: Batch): Promise<void> => {
  const commands = redis.pipeline();
  for (const [row, value] of effects.rows) commands.set(rowKey(lane, row), JSON.stringify(value));
  for (const [hash, fields] of effects.counters) {
    for (const [field, by] of fields) commands.hincrby(hashKey(lane, hash), field, by);
  }
  for (const { stream, id, entry } of effects.entries) {
    commands.xadd(streamKey(lane, stream), id, 'e', JSON.stringify(entry));
  }
  for (const { index, id, name } of effects.postings) {
    commands.xadd(indexKey(lane, index), id, 'e', name);
  }
  await commands.exec();
};

/** A writer that asks nobody whether it still is the one. */
export const unfenced: RedisApply = {
  apply: async (redis, batch) => {
    await writeEffects(redis, batch);
    await redis.hset(checkpointKey(batch.lane), 'sequence', batch.to);
    return 'applied';
  },
};

/** A writer that says what it has done before it does it. */
export const checkpointFirst = (between: () => void): RedisApply => ({
  apply: async (redis, batch) => {
    await redis.hset(checkpointKey(batch.lane), 'sequence', batch.to);
    between();
    await writeEffects(redis, batch);
    return 'applied';
  },
});
