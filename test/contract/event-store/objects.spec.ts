import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { Objm } from '@nats-io/obj';
import { type NatsConnection, connect } from '@nats-io/transport-node';
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

  it('are there whole or not at all after kill -9 in the middle', async () => {
    const content = Buffer.alloc(12_000_000, 'lienthong');
    const digest = sha256(content);
    const interrupted = store.objects.put(content).then(
      () => 'stored',
      () => 'failed',
    );
    await until(async () => (await stored()) >= 10);
    await server.kill9();
    const lost = stored().catch(() => 0);
    await server.restart();
    await lost;
    await until(async () => (await stored().catch(() => -1)) >= 0);
    const outcome = await interrupted;
    expect(outcome).toBe('failed');
    await expect(store.objects.has(digest)).resolves.toBe(false);
    await expect(store.objects.get(digest)).resolves.toBeUndefined();
    await store.objects.put(content);
    const found = await store.objects.get(digest);
    expect(found && content.equals(found)).toBe(true);
  });
});
