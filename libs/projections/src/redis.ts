import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';

const READ_TIMEOUT_MS = 2_000;
const RECONNECT_MS = 200;

const retryStrategy = (): number => RECONNECT_MS;

/** Waits for Redis as long as it takes; a call that is repeated after a broken connection must do no harm. */
export const writerConnection = (url: string): Redis =>
  quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy }));

/** Fails when Redis is away, at the next attempt to reach it. */
export const readerConnection = (url: string): Redis =>
  quiet(
    new Redis(url, {
      enableAutoPipelining: true,
      maxRetriesPerRequest: 0,
      commandTimeout: READ_TIMEOUT_MS,
      retryStrategy,
    }),
  );

/** Subscribes again by itself after a broken connection. */
export const subscriberConnection = (url: string): Redis =>
  quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy }));

/** Every failed command rejects by itself; without a listener the client would print the connection's errors. */
const quiet = (redis: Redis): Redis => redis.on('error', () => undefined);

/** A Lua script that Redis runs in one piece. */
export class Script {
  private readonly digest: string;

  constructor(private readonly text: string) {
    this.digest = createHash('sha1').update(text).digest('hex');
  }

  async run(redis: Redis, keys: readonly string[], args: readonly string[]): Promise<unknown> {
    const rest = [String(keys.length), ...keys, ...args];
    try {
      return await redis.call('EVALSHA', [this.digest, ...rest]);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.call('EVAL', [this.text, ...rest]);
    }
  }
}
