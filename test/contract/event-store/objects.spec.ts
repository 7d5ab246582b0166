import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { Objm } from '@nats-io/obj';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { type EventStore, ObjectDamaged } from '@lienthong/event-store';
import { sha256 } from '@lienthong/kernel';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { storeOn, until } from './stores.js';

const STREAM = 'OBJ_LT_H39';

describe('objects by digest', () => {
  let server: NatsServerHandle;
  let store: EventStore;
  let connection: NatsConnection;
  let manager: JetStreamManager;

  beforeEach(async () => {
    server = await startNats();
    store = await storeOn(server);
    connection = await connect({ servers: server.url, maxReconnectAttempts: -1 });
    manager = await jetstreamManager(connection);
  });

  afterEach(async () => {
    await store.close();
    await connection.close();
    await server.stop();
  });

  const stored = async (): Promise<number> => {
    const { state } = await manager.streams.info(STREAM);
    return state.messages;
  };

  it('come back as they were, also when they are empty or large', async () => {
    for (const content of [Buffer.alloc(0), Buffer.from('Công văn'), Buffer.alloc(700_001, 'ă')]) {
      const digest = await store.objects.put(content);
      expect(digest).toBe(sha256(content));
      const found = await store.objects.get(digest);
      expect(found && content.equals(found)).toBe(true);
    }
  });

  it('are written once, by however many at the same time', async () => {
    const content = Buffer.from('one');
    await Promise.all(Array.from({ length: 20 }, () => store.objects.put(content)));
    const once = await stored();
    await store.objects.put(content);
    const other = await storeOn(server, { lease: 'ignored' });
    await other.objects.put(content);
    await other.close();
    expect(await stored()).toBe(once);
  });

  it('are missing under any other name', async () => {
    for (const name of [sha256('never'), '', '*', '>', 'a.b', sha256('x').toUpperCase()]) {
      await expect(store.objects.get(name)).resolves.toBeUndefined();
      await expect(store.objects.has(name)).resolves.toBe(false);
    }
  });

  it('are not handed out when their content is another than their name says', async () => {
    const bucket = await new Objm(connection).open('LT_H39');
    const digest = sha256('what was signed');
    await bucket.putBlob({ name: digest }, Buffer.from('something else'));
    await expect(store.objects.get(digest)).rejects.toThrow(ObjectDamaged);
  });

  it('are there whole after kill -9 in the middle, and no part of the first attempt with them', async () => {
    const content = Buffer.alloc(12_000_000, 'lienthong');
    const before = await receivedBytes(server);
    const putting = store.objects.put(content);
    await until(async () => (await receivedBytes(server)) - before > 2_000_000);
    const whole = Math.ceil(content.length / 131_072) + 1;
    expect([0, whole]).toContain(await stored());
    await server.kill9();
    await server.restart();
    const digest = await putting;
    const found = await store.objects.get(digest);
    expect(found && content.equals(found)).toBe(true);
    await until(async () => (await stored().catch(() => undefined)) === whole);
  });

  it('leave nothing on the server when they are read', async () => {
    const digest = await store.objects.put(Buffer.alloc(300_000, 'x'));
    for (let reading = 0; reading < 5; reading += 1) await store.objects.get(digest);
    const { state } = await manager.streams.info(STREAM);
    expect(state.consumer_count).toBe(0);
  });

  it('are not handed out when a part is missing', async () => {
    const bucket = await new Objm(connection).open('LT_H39');
    const digest = await store.objects.put(Buffer.alloc(300_000, 'x'));
    const nuid = (await bucket.info(digest))?.nuid ?? '';
    await manager.streams.purge(STREAM, { filter: `$O.LT_H39.C.${nuid}`, keep: 2 });
    await expect(store.objects.get(digest)).rejects.toThrow(ObjectDamaged);
  });

  it('are what any client of the object store reads and writes', async () => {
    const bucket = await new Objm(connection).open('LT_H39');
    const content = Buffer.alloc(300_000, 'x');
    const digest = await store.objects.put(content);
    await expect(bucket.info(digest)).resolves.toMatchObject({ size: 300_000, chunks: 3 });
    const theirs = Buffer.from('theirs');
    await bucket.putBlob({ name: sha256(theirs) }, theirs);
    await expect(store.objects.get(sha256(theirs))).resolves.toEqual(new Uint8Array(theirs));
  });
});

const receivedBytes = async (server: NatsServerHandle): Promise<number> => {
  const answer = await fetch(`${server.monitorUrl}/varz`);
  const { in_bytes: bytes } = z.object({ in_bytes: z.number() }).parse(await answer.json());
  return bytes;
};
