import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { contentOf, LIMIT, MIB } from '../../contract/event-store/pieces.js';
import { storeOn } from '../../contract/event-store/stores.js';

const LARGE = 24 * MIB;
const AT_ONCE = 3;

/** Of one object on its way: a window that is written, one that is gathered, and what the connection holds of them. */
const HELD = 4 * MIB;
const LOOK_EVERY = 12 * MIB;

setFlagsFromString('--expose-gc');

/** Bytes that are in use, once everything is gone that nobody needs: a second round ends the work of the first. */
const inUse = (): number => {
  runInNewContext('gc(), gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe('the memory that large objects take', () => {
  let server: NatsServerHandle;
  let store: EventStore;
  let most = 0;
  let passed = 0;

  beforeAll(async () => {
    server = await startNats();
    store = await storeOn(server);
  });

  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const measure = async (work: () => Promise<unknown>): Promise<number> => {
    const before = inUse();
    most = before;
    await work();
    return most - before;
  };

  /** Looks now and then, while bytes pass. */
  const look = (bytes: number): void => {
    passed += bytes;
    if (passed < LOOK_EVERY) return;
    passed = 0;
    most = Math.max(most, inUse());
  };

  const block = contentOf(60_000);

  async function* large(seed: number): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from([seed]));
    for (let at = 1; at < LARGE; at += block.length) {
      look(block.length);
      yield block.subarray(0, Math.min(block.length, LARGE - at));
    }
  }

  it('is that of a few windows each, when several come at the same time and when they are read', async () => {
    const digests: string[] = [];
    const putting = await measure(() =>
      Promise.all(
        Array.from({ length: AT_ONCE }, async (_, seed) => {
          const { digest, size } = await store.objects.putStream(large(seed), LIMIT);
          expect(size).toBe(LARGE);
          digests.push(digest);
        }),
      ),
    );
    expect(putting).toBeLessThan(AT_ONCE * HELD);
    const reading = await measure(() =>
      Promise.all(
        digests.map(async (digest) => {
          const object = await store.objects.open(digest);
          for await (const { length } of object?.bytes ?? []) look(length);
        }),
      ),
    );
    expect(reading).toBeLessThan(AT_ONCE * HELD);
  }, 120_000);

  it('shows when an object is held whole', async () => {
    const { digest } = await store.objects.putStream(large(0), LIMIT);
    const held: Uint8Array[] = [];
    const whole = await measure(async () => {
      const object = await store.objects.open(digest);
      for await (const piece of object?.bytes ?? []) {
        held.push(piece);
        look(piece.length);
      }
    });
    expect(held.length).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(AT_ONCE * HELD);
  }, 60_000);
});
