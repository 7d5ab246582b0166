import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore } from '@lienthong/event-store';
import { sha256 } from '@lienthong/kernel';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { Bucket } from './bucket.js';
import { contentOf, inPieces, LIMIT, MIB } from './pieces.js';
import { storeOn } from './stores.js';

describe('sweeping objects', () => {
  let server: NatsServerHandle;
  let bucket: Bucket;
  let store: EventStore;

  beforeAll(async () => {
    server = await startNats();
    store = await storeOn(server, { lease: 'ignored' });
    bucket = await Bucket.on(server);
  });

  afterAll(async () => {
    await store.close();
    await bucket.close();
    await server.stop();
  });

  /** A process that knows nothing of what was put before it began. */
  let next: EventStore;

  beforeEach(async () => {
    next = await storeOn(server, { lease: 'ignored' });
  });

  afterEach(async () => {
    await bucket.age(25);
    await next.objects.sweep({ isNamed: () => false });
    await next.close();
    await expect(bucket.messages()).resolves.toBe(0);
  });

  const sweepAllBut = (...named: readonly string[]) =>
    next.objects.sweep({ isNamed: (digest) => named.includes(digest) });

  it('takes away what no event names after a day, and nothing else', async () => {
    const large = await store.objects.putStream(inPieces(contentOf(2 * MIB, 1)), LIMIT);
    const small = await store.objects.put(Buffer.from('named'));
    const unnamed = await store.objects.put(Buffer.from('unnamed'));
    const empty = await store.objects.put(Buffer.alloc(0));
    await bucket.age(25);
    const young = await store.objects.put(Buffer.from('young'));
    await expect(sweepAllBut(large.digest, small)).resolves.toEqual({ objects: 2, uploads: 0 });
    for (const digest of [large.digest, small, young]) {
      await expect(next.objects.get(digest)).resolves.toBeDefined();
    }
    for (const digest of [unnamed, empty]) {
      await expect(next.objects.stat(digest)).resolves.toBeUndefined();
    }
    await expect(bucket.count()).resolves.toEqual({ entries: 3, uploads: 3 });
    await expect(sweepAllBut(large.digest, small)).resolves.toEqual({ objects: 0, uploads: 0 });
  });

  it('takes away nothing that came less than a day ago', async () => {
    await store.objects.put(Buffer.from('unnamed'));
    await bucket.age(23.9);
    await expect(sweepAllBut()).resolves.toEqual({ objects: 0, uploads: 0 });
  });

  it('takes away uploads that began a day ago and came to no end', async () => {
    const dying = await storeOn(server, { lease: 'ignored' });
    let reached: () => void = () => undefined;
    const isFar = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const unending = inPieces(contentOf(4 * MIB, 2), (at) => {
      if (at < 3 * MIB) return;
      reached();
      return new Promise(() => undefined);
    });
    void dying.objects.putStream(unending, LIMIT).catch(() => undefined);
    await isFar;
    await dying.close();
    await expect(sweepAllBut()).resolves.toEqual({ objects: 0, uploads: 0 });
    await expect(bucket.count()).resolves.toEqual({ entries: 1, uploads: 1 });
    await bucket.age(25);
    await expect(sweepAllBut()).resolves.toEqual({ objects: 0, uploads: 1 });
    await expect(bucket.messages()).resolves.toBe(0);
  });

  it.each(['put', 'putStream'] as const)(
    'leaves an object that was put again, which half a day makes young: by %s',
    async (how) => {
      const content = contentOf(2 * MIB, 3);
      const digest = await store.objects.put(content);
      await bucket.age(13);
      await (how === 'put'
        ? next.objects.put(content)
        : next.objects.putStream(inPieces(content), LIMIT));
      await bucket.age(23);
      await expect(sweepAllBut()).resolves.toEqual({ objects: 0, uploads: 0 });
      await expect(next.objects.get(digest)).resolves.toHaveLength(content.length);
    },
  );

  it('leaves an object that is put again while it is about to be taken away', async () => {
    const content = Buffer.from('again');
    const digest = await store.objects.put(content);
    await bucket.age(25);
    const putting = await storeOn(server, { lease: 'ignored' });
    const isNamed = async (): Promise<boolean> => {
      await putting.objects.put(content);
      return false;
    };
    await expect(next.objects.sweep({ isNamed })).resolves.toEqual({ objects: 0, uploads: 0 });
    await expect(next.objects.get(digest)).resolves.toEqual(new Uint8Array(content));
    await putting.close();
  });

  it.each([100, 3 * MIB])(
    'lets an object of %i bytes be put again that was taken away, also where that was interrupted',
    async (size) => {
      const content = contentOf(size, 4);
      await store.objects.put(content);
      await bucket.markRemoved(sha256(content));
      await expect(next.objects.get(sha256(content))).resolves.toBeUndefined();
      const { digest } = await next.objects.putStream(inPieces(content), LIMIT);
      await expect(next.objects.get(digest)).resolves.toHaveLength(size);
      await expect(bucket.count()).resolves.toEqual({ entries: 1, uploads: 1 });
    },
  );

  it('takes away nothing more when it cannot be known what is named', async () => {
    await store.objects.put(Buffer.from('unknown'));
    await bucket.age(25);
    const isNamed = () => Promise.reject(new TypeError('not known'));
    await expect(next.objects.sweep({ isNamed })).rejects.toThrow('not known');
    await expect(bucket.count()).resolves.toEqual({ entries: 1, uploads: 1 });
  });
});
