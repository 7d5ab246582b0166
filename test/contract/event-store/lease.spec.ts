import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { deliveryAggregate, parkedAggregate } from '@lienthong/contracts';
import { DeliveryUnknown } from '@lienthong/documents';
import { type EventStore, type EventStoreOptions, WriterLeaseLost } from '@lienthong/event-store';
import { type NatsServerHandle, startNats, parking } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { everything, storeOn, until } from './stores.js';

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

  describe('without it', () => {
    it('a command is carried out by the instance that holds it', async () => {
      const holder = await open({ instance: 'a' });
      const other = await open({ instance: 'b' });
      const cause = { causationId: 'Trục 1', correlationId: 'c' };
      const handled = await other.handle(parkedAggregate, 'p', parking('once'), cause);
      expect(handled).toEqual({
        events: [{ ...parking('once'), type: 'MessageParked' }],
        state: { status: 'waiting' },
        version: 1,
        firstSequence: 1,
        lastSequence: 1,
      });
      await expect(everything(other)).resolves.toMatchObject([cause]);
      const again = await other.handle(parkedAggregate, 'p', parking('twice'));
      expect(again).toMatchObject({ events: [], version: 1 });
      const ids = Array.from({ length: 200 }, (_, at) => `p${String(at)}`);
      const both = ids.map((id, at) =>
        (at % 2 === 0 ? holder : other).handle(parkedAggregate, id, parking('many')),
      );
      expect((await Promise.all(both)).map(({ version }) => version)).toEqual(ids.map(() => 1));
    });

    it('a refusal is the same as where it is held', async () => {
      await open({ instance: 'a' });
      const other = await open({ instance: 'b' });
      const confirm = { type: 'ConfirmSent', at: 0 } as const;
      const refused = other.handle(deliveryAggregate, 'agency.document', confirm);
      await expect(refused).rejects.toThrow(DeliveryUnknown);
    });

    it('a command waits for the next holder', async () => {
      const holder = await open({ instance: 'a' });
      const other = await open({ instance: 'b' });
      const [, handled] = await Promise.all([
        holder.close(),
        other.handle(parkedAggregate, 'p', parking('late')),
      ]);
      expect(handled.version).toBe(1);
    });

    it('commands on one aggregate keep their order, however many times they ask for the holder', async () => {
      await (await open({ instance: 'a' })).close();
      const bucket = await new Kvm(connection).open('LT_H39');
      await bucket.put('lease', JSON.stringify({ holder: 'dead', epoch: 7, logged: 0 }));
      const store = await open({ instance: 'b' });
      const handled: Promise<unknown>[] = [];
      const asked: string[] = [];
      const ask = async (): Promise<void> => {
        const entry = String(asked.push(''));
        handled.push(store.handle(ledgerAggregate, 'a', enter(entry)));
        await pause(7);
      };
      while (!store.lease.held) await ask();
      for (let more = 0; more < 20; more += 1) await ask();
      await Promise.all(handled);
      const { state } = await store.load(ledgerAggregate, 'a');
      expect(state).toEqual(asked.map((_, at) => String(at + 1)));
    });

    it('a command does not overtake one that waits in this instance while the lease passes on', async () => {
      let tell = (): void => undefined;
      const told = new Promise<undefined>((resolve) => {
        tell = () => {
          resolve(undefined);
        };
      });
      const holder = await open({ instance: 'a', rows: { load: () => told } });
      const at = Date.parse('2020-03-02T00:00:00Z');
      const parties = { document: 'd', sender: 's', recipient: 'r', revision: 1, at } as const;
      const route = { type: 'RouteDelivery', ...parties, via: 'local', channel: 'both' } as const;
      const report = { type: 'ReportStatus', code: '01', description: '', at } as const;
      const routed = holder.handle(deliveryAggregate, 'r.d', route);
      const bucket = await new Kvm(connection).open('LT_H39');
      await bucket.put('lease', JSON.stringify({ holder: 'b', epoch: 1, logged: 0 }));
      const next = await open({ instance: 'b' });
      await until(() => next.lease.held && !holder.lease.held);
      const reported = holder.handle(deliveryAggregate, 'r.d', {
        ...report,
        personal: new Uint8Array(),
      });
      // Whatever had been sent on to the next holder would be done by now.
      for (const id of ['p', 'q']) await next.handle(parkedAggregate, id, parking('meanwhile'));
      tell();
      await expect(routed).resolves.toMatchObject({ version: 1 });
      // That it was received says also that it was sent.
      await expect(reported).resolves.toMatchObject({ version: 3 });
    });

    it('reading is allowed and writing is not, where only reading was asked for', async () => {
      const holder = await open({ instance: 'a' });
      await holder.handle(parkedAggregate, 'p', parking('once'));
      const reader = await open({ instance: 'projection', access: 'read' });
      await expect(reader.load(parkedAggregate, 'p')).resolves.toMatchObject({ version: 1 });
      await expect(reader.handle(parkedAggregate, 'q', parking('never'))).rejects.toThrow(
        WriterLeaseLost,
      );
    });
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
