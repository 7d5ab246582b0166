import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { type NatsConnection, connect, headers } from '@nats-io/transport-node';
import { parkedAggregate } from '@lienthong/contracts';
import {
  AggregateUnreadable,
  type EventStore,
  type EventStoreOptions,
} from '@lienthong/event-store';
import { type NatsServerHandle, startNats, parking } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn } from './stores.js';

/** Of what a ledger can hold, two entries are too much for this one. */
const brittleAggregate: typeof ledgerAggregate = {
  ...ledgerAggregate,
  decider: {
    ...ledgerAggregate.decider,
    evolve: (ledger, event) => {
      if (event.entry === 'impossible') throw new RangeError('the ledger does not go on from it');
      return ledgerAggregate.decider.evolve(ledger, event);
    },
  },
  events: {
    ...ledgerAggregate.events,
    decode: (type, data, at) => {
      const event = ledgerAggregate.events.decode(type, data, at);
      if (event.entry === 'illegible') throw new TypeError('of a later version');
      return event;
    },
  },
};

describe('an event that cannot be read', () => {
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

  const open = async (options: Partial<EventStoreOptions> = {}): Promise<EventStore> => {
    const store = await storeOn(server, { lease: 'ignored', ...options });
    stores.push(store);
    return store;
  };

  /** As another program would write it: well-formed but for what is said. */
  const plant = async (
    id: string,
    data: string,
    { link = '1:0', time = '2020-03-02T00:00:00.000Z', type = 'vn.lienthong.test.entered.v1' } = {},
  ): Promise<number> => {
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('ce-id', `planted-${id}-${link}`);
    lines.set('ce-type', type);
    lines.set('ce-source', '/test');
    lines.set('ce-time', time);
    lines.set('lt-prev', link);
    const subject = `lt.H39.parked.${id}`;
    return (await jetstream(connection).publish(subject, data, { headers: lines })).seq;
  };

  const expectRefused = async (answer: Promise<unknown>, id: string, sequence: number) => {
    const refusal: unknown = await answer.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AggregateUnreadable);
    expect(refusal).toMatchObject({ subject: `lt.H39.parked.${id}`, sequence });
  };

  it.each<[string, string, Parameters<typeof plant>[2]]>([
    ['whose data cannot be decoded', 'illegible', {}],
    ['from which the aggregate does not go on', 'impossible', {}],
    ['whose time cannot be read', 'a', { time: 'yesterday' }],
  ])('%s, is the trouble of its aggregate alone', async (_name, data, options) => {
    const store = await open();
    const sequence = await plant('poisoned', data, options);
    await expectRefused(store.load(brittleAggregate, 'poisoned'), 'poisoned', sequence);
    const fresh = await open();
    for (const isNew of [false, true]) {
      const answer = fresh.handle(brittleAggregate, 'poisoned', enter('b'), { isNew });
      await expectRefused(answer, 'poisoned', sequence);
    }
    await expect(fresh.handle(brittleAggregate, 'other', enter('a'))).resolves.toMatchObject({
      version: 1,
    });
    const subject = 'lt.H39.parked.poisoned';
    expect(fresh.status()).toMatchObject({
      damage: undefined,
      unreadable: [{ subject, sequence }],
    });
    await expect(fresh.lastSequence()).resolves.toBe(sequence + 1);
  });

  it('is none when it is planted in the same way and can be read', async () => {
    const store = await open();
    await plant('sound', 'a');
    const handled = await store.handle(brittleAggregate, 'sound', enter('b'));
    expect(handled).toMatchObject({ state: ['a', 'b'], version: 2 });
    expect(store.status().unreadable).toEqual([]);
  });

  it('comes behind the back of who knows the aggregate, and is found by the next command', async () => {
    const store = await open();
    const { lastSequence } = await store.handle(brittleAggregate, 'known', enter('a'));
    const sequence = await plant('known', 'illegible', { link: `2:${String(lastSequence)}` });
    await expectRefused(store.handle(brittleAggregate, 'known', enter('b')), 'known', sequence);
    await expectRefused(store.handle(brittleAggregate, 'known', enter('a')), 'known', sequence);
    await expectRefused(store.load(brittleAggregate, 'known'), 'known', sequence);
  });

  it('holds up none of those that are written in the same batch', async () => {
    const store = await open();
    const sequence = await plant('poisoned', 'illegible');
    const ids = Array.from({ length: 60 }, (_, at) =>
      at % 20 === 7 ? 'poisoned' : `a${String(at)}`,
    );
    const answers = await Promise.allSettled(
      ids.map((id) => store.handle(brittleAggregate, id, enter('b'), { isNew: true })),
    );
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    await expect(store.lastSequence()).resolves.toBe(sequence + 57);
    await store.handle(brittleAggregate, 'a0', enter('c'));
  });

  it('is told alike by an instance that does not write', async () => {
    const type = 'vn.lienthong.documents.message-parked.v1';
    await open({ instance: 'a', lease: 'kept' });
    const sequence = await plant('poisoned', 'no protobuf', { type });
    const other = await open({ instance: 'b', lease: 'kept' });
    await expectRefused(other.handle(parkedAggregate, 'poisoned', parking()), 'poisoned', sequence);
    await expect(other.handle(parkedAggregate, 'sound', parking())).resolves.toMatchObject({
      version: 1,
    });
  });
});
