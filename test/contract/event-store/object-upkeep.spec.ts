import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { parkedAggregate } from '@lienthong/contracts';
import { type EventStore, sweepObjects, verifyObjects } from '@lienthong/event-store';
import { sha256 } from '@lienthong/kernel';
import { type NatsServerHandle, startNats, parking } from '@lienthong/testing';
import { Bucket } from './bucket.js';
import { contentOf, inPieces, LIMIT, MIB } from './pieces.js';
import { storeOn } from './stores.js';

const { signal } = new AbortController();

describe('objects and the events that name them', () => {
  let server: NatsServerHandle;
  let bucket: Bucket;
  let store: EventStore;

  beforeEach(async () => {
    server = await startNats();
    store = await storeOn(server);
    bucket = await Bucket.on(server);
  });

  afterEach(async () => {
    await store.close();
    await bucket.close();
    await server.stop();
  });

  const name = async (digest: string): Promise<number> => {
    const { lastSequence } = await store.handle(
      parkedAggregate,
      digest.slice(0, 20),
      parking('', digest),
    );
    return lastSequence;
  };

  /** An event of a later version of the program, or a damaged one. */
  const plantUnreadable = async (text: string): Promise<number> => {
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('ce-id', 'planted');
    lines.set('ce-type', 'vn.lienthong.documents.message-parked.v1');
    lines.set('ce-source', '/test');
    lines.set('ce-time', '2020-03-02T00:00:00.000Z');
    lines.set('lt-prev', '1:0');
    const options = { headers: lines };
    return (await jetstream(bucket.connection).publish('lt.H39.parked.x', text, options)).seq;
  };

  describe('are compared', () => {
    it('without a difference when all are as they were, each read once', async () => {
      const content = contentOf(2 * MIB, 1);
      const { digest } = await store.objects.putStream(inPieces(content), LIMIT);
      await name(digest);
      await name(await store.objects.put(Buffer.from('small')));
      const found = { checked: 2, bytes: content.length + 5, differences: [] };
      await expect(verifyObjects(store, signal)).resolves.toEqual(found);
    });

    it('and one that is missing is found', async () => {
      await name(await store.objects.put(Buffer.from('there')));
      const digest = sha256('never stored');
      const sequence = await name(digest);
      const { differences } = await verifyObjects(store, signal);
      expect(differences).toEqual([{ finding: 'missing', digest, sequence }]);
    });

    it('and one that lost a part is found', async () => {
      const { digest } = await store.objects.putStream(inPieces(contentOf(3 * MIB, 2)), LIMIT);
      const sequence = await name(digest);
      await bucket.removePart(digest, 11);
      const { differences } = await verifyObjects(store, signal);
      expect(differences).toEqual([{ finding: 'altered', digest, sequence }]);
    });

    it('and one that leads to the content of another is found', async () => {
      const digest = await store.objects.put(contentOf(300_000, 3));
      const other = await store.objects.put(contentOf(300_000, 4));
      const sequence = await name(digest);
      await name(other);
      await bucket.lead(digest, other);
      const { differences } = await verifyObjects(store, signal);
      expect(differences).toEqual([{ finding: 'altered', digest, sequence }]);
    });

    it('and one of which a byte was flipped on the disk is found', async () => {
      await name(await store.objects.put(Buffer.from('on the disk before it')));
      const { digest } = await store.objects.putStream(inPieces(contentOf(3 * MIB, 5)), LIMIT);
      const sequence = await name(digest);
      await server.kill9();
      await flipByte(server.storeDir, contentOf(3 * MIB, 5).subarray(MIB, MIB + 64));
      await server.restart();
      const reader = await storeOn(server, { access: 'read' });
      const { checked, differences } = await verifyObjects(reader, signal);
      await reader.close();
      expect(checked).toBe(2);
      // The server gives up what comes after the byte in the same block; so the object may be gone as a whole.
      expect(differences).toEqual([expect.objectContaining({ digest, sequence })]);
    });

    it('and an event that cannot be read is told, and hides no other', async () => {
      const sequence = await plantUnreadable('not an event');
      const digest = sha256('never stored');
      const missing = { finding: 'missing', digest, sequence: await name(digest) };
      const { differences } = await verifyObjects(store, signal);
      expect(differences).toEqual([{ finding: 'event-unreadable', sequence }, missing]);
    });
  });

  it('are kept, and others are taken away', async () => {
    const named = await store.objects.put(Buffer.from('named'));
    const suspected = await store.objects.put(Buffer.from('named by an event that is unreadable'));
    const unnamed = await store.objects.put(Buffer.from('unnamed'));
    await name(named);
    await plantUnreadable(`\u0007@${suspected}abc`);
    await bucket.age(25);
    await expect(sweepObjects(store, signal)).resolves.toEqual({ objects: 1, uploads: 0 });
    const there = [named, suspected, unnamed].map((digest) => store.objects.stat(digest));
    expect((await Promise.all(there)).map((object) => object?.digest)).toEqual([
      named,
      suspected,
      undefined,
    ]);
  });

  it('are not touched when the log was not read to its end', async () => {
    await store.objects.put(Buffer.from('unnamed'));
    await bucket.age(25);
    await expect(sweepObjects(store, AbortSignal.abort())).rejects.toThrow('aborted');
    await expect(bucket.count()).resolves.toEqual({ entries: 1, uploads: 1 });
  });
});

const flipByte = async (storeDir: string, near: Uint8Array): Promise<void> => {
  const files = await readdir(storeDir, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.blk'))) {
    const bytes = await readFile(join(storeDir, file));
    const at = bytes.indexOf(near);
    if (at === -1) continue;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(join(storeDir, file), bytes);
    return;
  }
  throw new Error('the bytes are on no disk');
};
