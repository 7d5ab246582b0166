import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Objm } from '@nats-io/obj';
import { z } from 'zod';
import {
  type ByteRange,
  type EventStore,
  ObjectDamaged,
  ObjectTooLarge,
  RangeBeyondEnd,
} from '@lienthong/event-store';
import { sha256 } from '@lienthong/kernel';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { Bucket } from './bucket.js';
import { contentOf, inPieces, LIMIT, MIB, readAll } from './pieces.js';
import { storeOn, until } from './stores.js';

describe('objects that come as a stream', () => {
  let server: NatsServerHandle;
  let store: EventStore;
  let bucket: Bucket;

  beforeAll(async () => {
    server = await startNats();
    store = await storeOn(server);
    bucket = await Bucket.on(server);
  });

  afterAll(async () => {
    await store.close();
    await bucket.close();
    await server.stop();
  });

  it.each([0, 1, 131_072, MIB, MIB + 1, 3 * MIB + 77])(
    'come back as they were: %i bytes',
    async (size) => {
      const content = contentOf(size, size);
      const digest = sha256(content);
      const stored = await store.objects.putStream(inPieces(content), LIMIT);
      expect(stored).toEqual({ digest, size });
      await expect(store.objects.stat(digest)).resolves.toEqual(stored);
      expect((await readAll(store, digest))?.equals(content)).toBe(true);
      const theirs = await (await new Objm(bucket.connection).open('LT_H39')).getBlob(digest);
      expect(theirs && content.equals(theirs)).toBe(true);
    },
  );

  it('leave nothing beside them', async () => {
    const before = await bucket.count();
    await store.objects.putStream(inPieces(contentOf(2 * MIB + 5, 7)), LIMIT);
    await expect(bucket.count()).resolves.toEqual({
      entries: before.entries + 1,
      uploads: before.uploads + 1,
    });
  });

  it('are not written when they are there', async () => {
    const content = contentOf(2 * MIB + 6, 8);
    await store.objects.put(content);
    const before = await bucket.messages();
    const { digest } = await store.objects.putStream(inPieces(content), LIMIT);
    expect(digest).toBe(sha256(content));
    await expect(bucket.messages()).resolves.toBe(before);
  });

  it('are refused when they are too large, by then and not later, and nothing of them remains', async () => {
    const before = await bucket.messages();
    let taken = 0;
    const endless = async function* () {
      for (;;) yield await Promise.resolve(contentOf((taken += 60_000) && 60_000, 9));
    };
    const refused = store.objects.putStream(endless(), { maxBytes: 3 * MIB });
    await expect(refused).rejects.toThrow(ObjectTooLarge);
    expect(taken).toBeLessThan(3 * MIB + 120_000);
    await expect(bucket.messages()).resolves.toBe(before);
    const exact = contentOf(3 * MIB, 10);
    await store.objects.putStream(inPieces(exact), { maxBytes: exact.length });
  });

  it('end with the error of whoever sends them, and nothing of them remains', async () => {
    const before = await bucket.messages();
    const broken = inPieces(contentOf(4 * MIB, 11), (at) => {
      if (at > 3 * MIB) throw new TypeError('the sender is gone');
    });
    await expect(store.objects.putStream(broken, LIMIT)).rejects.toThrow('the sender is gone');
    await expect(bucket.messages()).resolves.toBe(before);
  });

  it('are asked for no faster than they are written', async () => {
    let ahead = 0;
    const content = inPieces(contentOf(8 * MIB, 12), async (at) => {
      const { state } = await bucket.manager.streams.info('OBJ_LT_H39');
      ahead = Math.max(ahead, at - (state.bytes - before));
    });
    const before = (await bucket.manager.streams.info('OBJ_LT_H39')).state.bytes;
    await store.objects.putStream(content, LIMIT);
    expect(ahead).toBeLessThan(3 * MIB);
  });

  it('become one object when several writers bring the same', async () => {
    const other = await storeOn(server, { lease: 'ignored' });
    const content = contentOf(4 * MIB + 9, 13);
    const before = await bucket.count();
    const written = await Promise.all(
      [store, other, store].map((one) => one.objects.putStream(inPieces(content), LIMIT)),
    );
    expect(new Set(written.map(({ digest }) => digest))).toEqual(new Set([sha256(content)]));
    await expect(bucket.count()).resolves.toEqual({
      entries: before.entries + 1,
      uploads: before.uploads + 1,
    });
    expect((await readAll(other, sha256(content)))?.equals(content)).toBe(true);
    await other.close();
  });

  it('outlive kill -9 of the server between their parts, and nothing is beside them', async () => {
    const content = contentOf(6 * MIB, 14);
    const before = await bucket.count();
    const kills = [2 * MIB, 4 * MIB];
    const pieces = inPieces(content, async (at) => {
      if (at < (kills[0] ?? content.length)) return;
      kills.shift();
      await server.kill9();
      await server.restart();
    });
    const { digest } = await store.objects.putStream(pieces, LIMIT);
    expect(kills).toEqual([]);
    expect((await readAll(store, digest))?.equals(content)).toBe(true);
    await until(async () => (await bucket.count().catch(() => before)).entries > before.entries);
    await expect(bucket.count()).resolves.toEqual({
      entries: before.entries + 1,
      uploads: before.uploads + 1,
    });
  });

  it('are not there before their end, nor after an end that did not come', async () => {
    const content = contentOf(3 * MIB, 15);
    const before = await bucket.count();
    const dying = await storeOn(server, { lease: 'ignored' });
    let reached: () => void = () => undefined;
    const isFar = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const unending = inPieces(content, (at) => {
      if (at < 2.5 * MIB) return;
      reached();
      return new Promise(() => undefined);
    });
    void dying.objects.putStream(unending, LIMIT).catch(() => undefined);
    await isFar;
    await dying.close();
    await expect(store.objects.stat(sha256(content))).resolves.toBeUndefined();
    expect(await bucket.count()).toEqual({
      entries: before.entries + 1,
      uploads: before.uploads + 1,
    });
    const { digest } = await store.objects.putStream(inPieces(content), LIMIT);
    expect((await readAll(store, digest))?.equals(content)).toBe(true);
  });

  describe('are read in part', () => {
    const content = contentOf(4 * MIB + 1_001, 16);
    const other = contentOf(4 * MIB, 17);
    const foreign = contentOf(4 * MIB + 1_001, 18);
    const digest = sha256(content);
    const end = content.length;

    /** At the same time, so that the parts of one stand between those of the others. */
    beforeAll(async () => {
      await Promise.all(
        [content, other, foreign].map((bytes) => store.objects.putStream(inPieces(bytes), LIMIT)),
      );
      await bucket.forgetPlaces(sha256(foreign));
    });

    const ranges: readonly (readonly [string, ByteRange, number, number])[] = [
      ['the first byte', { from: 0, to: 0 }, 0, 1],
      ['the last byte', { from: end - 1 }, end - 1, 1],
      ['the last byte, told from the end', { last: 1 }, end - 1, 1],
      ['a part', { from: 131_072, to: 262_143 }, 131_072, 131_072],
      ['bytes around the end of a part', { from: 131_071, to: 131_072 }, 131_071, 2],
      ['bytes around the end of a window', { from: MIB - 1, to: MIB }, MIB - 1, 2],
      ['the middle', { from: 1_000_003, to: 3_000_001 }, 1_000_003, 1_999_999],
      ['the end', { from: 4 * MIB }, 4 * MIB, 1_001],
      ['an end of more than there is', { last: end + 5 }, 0, end],
      ['up to more than there is', { from: end - 10, to: end + 10 }, end - 10, 10],
      ['everything', { from: 0 }, 0, end],
    ];

    it.each(ranges)('%s', async (_name, range, from, length) => {
      const object = await store.objects.open(digest, range);
      expect(object).toMatchObject({ digest, size: end, from, length });
      const found = await readAll(store, digest, range);
      expect(found?.equals(content.subarray(from, from + length))).toBe(true);
    });

    it.each(ranges)('%s, where nobody says where the parts stand', async (...asked) => {
      const [, range, from, length] = asked;
      const found = await readAll(store, sha256(foreign), range);
      expect(found?.equals(foreign.subarray(from, from + length))).toBe(true);
    });

    it.each<[string, ByteRange]>([
      ['the byte after the last', { from: end }],
      ['bytes far behind the end', { from: end * 2, to: end * 2 + 1 }],
      ['the last none', { last: 0 }],
      ['an end before the beginning', { from: 5, to: 4 }],
    ])('but not %s', async (_name, range) => {
      const refused = store.objects.open(digest, range);
      await expect(refused).rejects.toThrow(RangeBeyondEnd);
      await expect(refused).rejects.toMatchObject({ size: end });
    });

    it('of nothing there is no part', async () => {
      const { digest: nothing } = await store.objects.putStream(inPieces(Buffer.alloc(0)), LIMIT);
      await expect(store.objects.open(nothing, { from: 0 })).rejects.toThrow(RangeBeyondEnd);
      await expect(store.objects.open(nothing, { last: 1 })).rejects.toThrow(RangeBeyondEnd);
    });

    it('without what lies before and behind', async () => {
      const before = await sentBytes(server);
      await readAll(store, digest, { from: 3 * MIB, to: 3 * MIB + 9 });
      expect((await sentBytes(server)) - before).toBeLessThan(200_000);
    });

    it('and no further than is asked for', async () => {
      const before = await sentBytes(server);
      const object = await store.objects.open(digest);
      for await (const piece of object?.bytes ?? []) if (piece.length > 0) break;
      expect((await sentBytes(server)) - before).toBeLessThan(2 * MIB);
    });
  });

  it('are not handed out to their end when a part is missing', async () => {
    const content = contentOf(4 * MIB, 19);
    const { digest } = await store.objects.putStream(inPieces(content), LIMIT);
    await bucket.removePart(digest, 20);
    const object = await store.objects.open(digest);
    let bytes = 0;
    const reading = (async () => {
      for await (const piece of object?.bytes ?? []) bytes += piece.length;
    })();
    await expect(reading).rejects.toThrow(ObjectDamaged);
    expect(bytes).toBeLessThan(20 * 131_072);
    await expect(readAll(store, digest, { from: 3 * MIB })).resolves.toHaveLength(MIB);
    await expect(readAll(store, digest, { from: 2 * MIB })).rejects.toThrow(ObjectDamaged);
  });
});

const sentBytes = async (server: NatsServerHandle): Promise<number> => {
  const answer = await fetch(`${server.monitorUrl}/varz`);
  const { out_bytes: bytes } = z.object({ out_bytes: z.number() }).parse(await answer.json());
  return bytes;
};
