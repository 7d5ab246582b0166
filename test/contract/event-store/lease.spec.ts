import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { type EventStore, type EventStoreOptions } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn, until } from './stores.js';

describe("the writer's lease", () => {
  let server: NatsServerHandle;
  let connection: NatsConnection;
  let stores: EventStore[];

  beforeEach(async () => {
    server = await startNats();
    connection = await connect({ servers: server.url });
    stores = [];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await connection.close();
    await server.stop();
  });

  const open = async (options: Partial<EventStoreOptions>): Promise<EventStore> => {
    const store = await storeOn(server, options);
    stores.push(store);
    return store;
  };

  it('is held by one instance, and passes on when that one closes', async () => {
    const first = await open({ instance: 'a' });
    const second = await open({ instance: 'b' });
    expect([first.lease.held, second.lease.held]).toEqual([true, false]);
    expect(second.lease.holder).toBe('a');
    await first.close();
    await until(() => second.lease.held);
    expect(second.lease).toMatchObject({ holder: 'b', epoch: 2 });
    await second.handle(ledgerAggregate, 'a', enter('a'));
  });

  it('goes at once to the same instance when it is started again', async () => {
    const before = await open({ instance: 'a' });
    const after = await open({ instance: 'a' });
    expect(after.lease).toMatchObject({ held: true, epoch: 2 });
    await until(() => !before.lease.held);
    expect(after.lease.held).toBe(true);
  });

  it('is waited for when its holder is gone without a word', async () => {
    await (await open({ instance: 'a' })).close();
    const bucket = await new Kvm(connection).open('LT_H39');
    await bucket.put('lease', JSON.stringify({ holder: 'dead', epoch: 7, logged: 0 }));
    const asked = performance.now();
    const second = await open({ instance: 'b' });
    expect(second.lease).toMatchObject({ held: false, holder: 'dead' });
    await until(() => second.lease.held);
    expect(performance.now() - asked).toBeGreaterThan(4_900);
    expect(second.lease.epoch).toBe(8);
  });

  it('comes back after the server was away', async () => {
    const store = await open({ instance: 'a' });
    await store.handle(ledgerAggregate, 'a', enter('a'));
    await server.kill9();
    await until(() => !store.status().connected);
    const waiting = store.handle(ledgerAggregate, 'a', enter('b'));
    await server.restart();
    await expect(waiting).resolves.toMatchObject({ state: ['a', 'b'], version: 2 });
    expect(store.lease).toMatchObject({ held: true, epoch: 1 });
  });
});
