import { createHash, type Hash } from 'node:crypto';
import { canonicalJson, type Json } from '@lienthong/kernel';
import { type ChainableCommander, type Redis } from 'ioredis';
import { checkpointKey, everyKey, type Lane, withinLane } from '../keys.js';

const KEYS_AT_ONCE = 1_000;
const WORDS = 8;
const WORD_BYTES = 4;

/**
 * One text, 64 hexadecimal digits, for all that a build holds: two builds of the same events have the same.
 *
 * Says nothing of who wrote it and how often it was begun. Nothing may write to the lane meanwhile.
 */
export const digestOfLane = async (redis: Redis, lane: Lane): Promise<string> => {
  const sum = new Sum();
  const options = { match: everyKey(lane), count: KEYS_AT_ONCE };
  for await (const found of redis.scanStream(options)) {
    const keys = Array.isArray(found) ? found.map(String) : [];
    const named = keys
      .filter((key) => key !== checkpointKey(lane))
      .map((key) => ({ key, name: withinLane(lane, key) ?? key }));
    const contents = await contentsOf(redis, named);
    for (const [name, content] of contents) sum.add(name, content);
  }
  return sum.digest();
};

interface Named {
  readonly key: string;
  readonly name: string;
}

const isStream = ({ name }: Named): boolean =>
  name.startsWith('stream:') || name.startsWith('index:');

/** By name, the SHA-256 of what stands there. */
const contentsOf = async (
  redis: Redis,
  keys: readonly Named[],
): Promise<ReadonlyMap<string, Buffer>> => {
  const contents = new Map<string, Buffer>();
  const plain = keys.filter((each) => !isStream(each));
  const replies = await plain.reduce(read, redis.pipeline()).exec();
  plain.forEach(({ name }, index) => {
    contents.set(name, hashed(valueIn(replies?.[index])).digest());
  });
  for (const { key, name } of keys.filter(isStream)) {
    contents.set(name, await entriesDigest(redis, key));
  }
  return contents;
};

const read = (commands: ChainableCommander, { key, name }: Named): ChainableCommander =>
  name.startsWith('hash:') ? commands.hgetall(key) : commands.get(key);

const valueIn = (reply: [Error | null, unknown] | undefined): string => {
  const [error, value] = reply ?? [new Error('Redis did not answer'), undefined];
  if (error !== null) throw error;
  return typeof value === 'string' ? value : canonicalJson(counters(value));
};

const counters = (value: unknown): Json =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([field, count]) => [field, String(count)]))
    : null;

const hashed = (text: string): Hash => createHash('sha256').update(text);

/** A stream may hold as much as the log: it is read part by part. */
const entriesDigest = async (redis: Redis, key: string): Promise<Buffer> => {
  const hash = createHash('sha256');
  let from = '-';
  for (;;) {
    const entries = await redis.xrange(key, from, '+', 'COUNT', KEYS_AT_ONCE);
    for (const entry of entries) hash.update(JSON.stringify(entry));
    const last = entries.at(-1);
    if (last === undefined || entries.length < KEYS_AT_ONCE) return hash.digest();
    from = `(${last[0]}`;
  }
};

/** A digest of a set, in whatever order its members come; SCAN may show one twice. */
class Sum {
  private readonly words = new Uint32Array(WORDS);
  private readonly seen = new Set<string>();

  add(name: string, content: Buffer): void {
    const member = hashed(name).update(content).digest();
    const mark = member.toString('latin1', 0, 2 * WORD_BYTES * 2);
    if (this.seen.has(mark)) return;
    this.seen.add(mark);
    this.words.forEach((word, index) => {
      this.words[index] = word + member.readUInt32LE(index * WORD_BYTES);
    });
  }

  digest(): string {
    return createHash('sha256').update(this.words).digest('hex');
  }
}
