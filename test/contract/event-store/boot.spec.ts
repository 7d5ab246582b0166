import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DiscardPolicy,
  type JetStreamManager,
  PersistMode,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  jetstreamManager,
} from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { LogDamaged, ServerNotAsConfigured, StreamMissing } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn } from './stores.js';

/** As the log's stream has to be. */
const streamFor = (tenant: string): Partial<StreamConfig> & { readonly name: string } => ({
  name: `LT_${tenant}`,
  subjects: [`lt.${tenant}.>`],
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.Old,
  deny_delete: true,
  deny_purge: true,
  allow_atomic: true,
  allow_direct: true,
});

const PLANTED: readonly (readonly [string, Partial<StreamConfig>])[] = [
  ['deny_purge', { deny_purge: false }],
  ['deny_delete', { deny_delete: false }],
  ['allow_atomic', { allow_atomic: false }],
  ['allow_direct', { allow_direct: false }],
  ['storage', { storage: StorageType.Memory }],
  ['max_msgs', { max_msgs: 1_000_000 }],
  ['max_bytes', { max_bytes: 1_000_000_000 }],
  ['max_age', { max_age: 3_600_000_000_000 }],
  ['max_msg_size', { max_msg_size: 1_000 }],
  ['max_msgs_per_subject', { max_msgs_per_subject: 100 }],
  ['discard', { discard: DiscardPolicy.New }],
  ['retention', { retention: RetentionPolicy.Interest }],
  ['persist_mode', { persist_mode: PersistMode.Async, allow_atomic: false }],
  ['deny_purge', { allow_msg_schedules: true }],
  ['allow_msg_ttl', { allow_msg_ttl: true, deny_purge: false }],
];

describe('opening a log', () => {
  let server: NatsServerHandle;
  let connection: NatsConnection;
  let manager: JetStreamManager;
  let tenants = 0;

  const newTenant = (): string => `T${String(++tenants)}`;

  beforeAll(async () => {
    server = await startNats();
    connection = await connect({ servers: server.url });
    manager = await jetstreamManager(connection);
  });

  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  it.each(PLANTED)('is refused when the stream has another %s', async (setting, planted) => {
    const tenant = newTenant();
    await manager.streams.add({ ...streamFor(tenant), ...planted });
    const refusal = await storeOn(server, { tenant }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ServerNotAsConfigured);
    expect(refusal).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({ setting: `LT_${tenant}.${setting}` }),
      ]),
    });
  });

  it('takes a stream that is as it has to be', async () => {
    const tenant = newTenant();
    await manager.streams.add(streamFor(tenant));
    await (await storeOn(server, { tenant })).close();
  });

  it('is refused when the log is missing, unless it is the first start', async () => {
    const tenant = newTenant();
    await expect(storeOn(server, { tenant, create: false })).rejects.toThrow(StreamMissing);
    await (await storeOn(server, { tenant })).close();
    await (await storeOn(server, { tenant, create: false })).close();
  });

  it('never makes a log anew where there was one', async () => {
    const tenant = newTenant();
    await (await storeOn(server, { tenant })).close();
    await manager.streams.delete(`LT_${tenant}`);
    await expect(storeOn(server, { tenant })).rejects.toThrow(StreamMissing);
    await expect(storeOn(server, { tenant: newTenant(), sequenceFloor: 7 })).rejects.toThrow(
      StreamMissing,
    );
  });

  it('never starts without the checkpoints of a log that has events', async () => {
    const tenant = newTenant();
    const store = await storeOn(server, { tenant });
    await store.handle(ledgerAggregate, 'a', enter('a'));
    await store.close();
    await manager.streams.delete(`KV_LT_${tenant}`);
    await expect(storeOn(server, { tenant })).rejects.toThrow(StreamMissing);
  });

  it('is refused when the log is shorter than it was', async () => {
    const tenant = newTenant();
    const store = await storeOn(server, { tenant });
    await store.handle(ledgerAggregate, 'a', enter('a', 'b', 'c'));
    await store.close();
    await expect(storeOn(server, { tenant, sequenceFloor: 4 })).rejects.toThrow(LogDamaged);
    await (await storeOn(server, { tenant, sequenceFloor: 3 })).close();
    await manager.streams.delete(`LT_${tenant}`);
    await manager.streams.add(streamFor(tenant));
    await expect(storeOn(server, { tenant })).rejects.toThrow(LogDamaged);
  });

  it('leaves a reader without the right to create anything', async () => {
    const tenant = newTenant();
    await expect(storeOn(server, { tenant, access: 'read' })).rejects.toThrow(StreamMissing);
    const buckets: string[] = [];
    for await (const { bucket } of new Kvm(connection).list()) buckets.push(bucket);
    expect(buckets).not.toContain(`LT_${tenant}`);
  });
});

describe('a server that acknowledges before it has synced', () => {
  let server: NatsServerHandle;

  beforeAll(async () => {
    server = await startNats({ durability: 'relaxed' });
  });

  afterAll(async () => {
    await server.stop();
  });

  it('is refused', async () => {
    const refusal = await storeOn(server).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ServerNotAsConfigured);
    expect(refusal).toMatchObject({
      differences: [{ setting: 'sync_interval', wanted: 'always', found: 'not always' }],
    });
  });

  it('is taken for a benchmark, which says so', async () => {
    const store = await storeOn(server, { durability: 'relaxed' });
    expect(store.status()).toMatchObject({ durability: 'relaxed' });
    await store.close();
  });
});
