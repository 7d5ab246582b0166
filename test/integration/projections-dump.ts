import { canonicalJson, type Json, sha256 } from '@lienthong/kernel';
import { type Redis } from 'ioredis';

/** Everything that the projections hold, without who wrote it and how, whichever build it is. */
export const digestOfReadModels = async (redis: Redis): Promise<string> => {
  const keys = (await redis.keys('{*:*:*}:*')).filter((key) => !key.endsWith(':current')).sort();
  const values = await Promise.all(
    keys.map(async (key) => [key.replace(BUILD, '}:'), await valueOf(redis, key)]),
  );
  return sha256(canonicalJson(values));
};

const BUILD = /\}:\d+:/;

const valueOf = async (redis: Redis, key: string): Promise<Json> => {
  if (key.endsWith(':checkpoint')) return redis.hget(key, 'sequence');
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    default:
      return redis.xrange(key, '-', '+');
  }
};
