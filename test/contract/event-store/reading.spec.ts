import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { type RecordedMessage, UnknownEventType, decodeRecorded } from '@lienthong/contracts';
import { type EventStore, LogDamaged } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { everything, storeOn, until } from './stores.js';

describe('reading the log', () => {
  let server: NatsServerHandle;
  let store: EventStore;
  let stop: AbortController;

  beforeEach(async () => {
    server = await startNats();
    store = await storeOn(server);
    stop = new AbortController();
  });

  afterEach(async () => {
    stop.abort();
    await store.close();
    await server.stop();
  });

  const write = async (count: number, name: string): Promise<void> => {
    const ids = Array.from({ length: count }, (_, at) => `${name}-${String(at)}`);
    await Promise.all(ids.map((id) => store.handle(ledgerAggregate, id, enter('a'))));
  };

  const follow = (seen: RecordedMessage[], from = 1): Promise<void> =>
    store.read({
      from,
      signal: stop.signal,
      onMessages: (batch, caughtUpTo) => {
        seen.push(...batch);
        expect(caughtUpTo).toBe(seen.at(-1)?.sequence);
        return Promise.resolve();
      },
    });

  it('hands over every event in order, with its envelope', async () => {
    await store.handle(ledgerAggregate, 'one', enter('a'), {
      causationId: 'request-1',
      correlationId: 'Công văn 1%',
    });
    const [message] = await everything(store);
    expect(message).toMatchObject({
      tenant: 'H39',
      category: 'parked',
      aggregateId: 'one',
      subject: 'lt.H39.parked.one',
      type: 'vn.lienthong.test.entered.v1',
      version: 1,
      sequence: 1,
      causationId: 'request-1',
      correlationId: 'Công văn 1%',
    });
  });

  it('hands over a message whose envelope cannot be read, for whoever decodes it to find out', async () => {
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('lt-prev', '1:0');
    await store.handle(ledgerAggregate, 'before', enter('a'));
    const connection = await connect({ servers: server.url });
    await jetstream(connection).publish('lt.H39.parked.planted', 'x', { headers: lines });
    await connection.close();
    await store.handle(ledgerAggregate, 'after', enter('a'));
    const messages = await everything(store);
    expect(messages.map(({ aggregateId }) => aggregateId)).toEqual(['before', 'planted', 'after']);
    const [, planted] = messages;
    expect(planted).toMatchObject({ sequence: 2, version: 1, category: 'parked' });
    expect(() => planted && decodeRecorded(planted)).toThrow(UnknownEventType);
  });

  it('goes on from a sequence and stops at another', async () => {
    await write(1_200, 'some');
    const sequences: number[] = [];
    await store.read({
      from: 11,
      until: 1_100,
      signal: stop.signal,
      onMessages: (batch) => {
        sequences.push(...batch.map(({ sequence }) => sequence));
        return Promise.resolve();
      },
    });
    expect(sequences).toEqual(Array.from({ length: 1_090 }, (_, at) => at + 11));
  });

  it('hands over one category, and says how far it has seen', async () => {
    await write(20, 'some');
    const reached: number[] = [];
    const seen: RecordedMessage[] = [];
    await store.read({
      from: 1,
      until: 20,
      category: 'agency',
      signal: stop.signal,
      onMessages: (batch, caughtUpTo) => {
        seen.push(...batch);
        reached.push(caughtUpTo);
        return Promise.resolve();
      },
    });
    expect([seen.length, reached.at(-1)]).toEqual([0, 20]);
  });

  describe('of one category', () => {
    const letter = { ...ledgerAggregate, category: 'agency' } as const;

    const readLetters = async (from: number, to: number) => {
      const seen: number[] = [];
      const reached: number[] = [];
      await store.read({
        from,
        until: to,
        category: 'agency',
        signal: stop.signal,
        onMessages: (batch, caughtUpTo) => {
          seen.push(...batch.map(({ sequence }) => sequence));
          reached.push(caughtUpTo);
          return Promise.resolve();
        },
      });
      return { seen, reached: reached.at(-1) };
    };

    /** Events of the category at 4, 8, … 48, others between them and after them, up to 50. */
    beforeEach(async () => {
      for (let sequence = 1; sequence <= 50; sequence += 1) {
        const aggregate = sequence % 4 === 0 ? letter : ledgerAggregate;
        await store.handle(aggregate, String(sequence), enter('a'));
      }
    });

    it('passes over all others, and ends where it was told to', async () => {
      const every4th = Array.from({ length: 12 }, (_, at) => 4 * (at + 1));
      expect(await readLetters(1, 50)).toEqual({ seen: every4th, reached: 50 });
      expect(await readLetters(1, 48)).toEqual({ seen: every4th, reached: 48 });
      expect(await readLetters(5, 30)).toEqual({ seen: every4th.slice(1, 7), reached: 30 });
      expect(await readLetters(49, 50)).toEqual({ seen: [], reached: 50 });
    });

    it('follows what comes later', async () => {
      const seen: RecordedMessage[] = [];
      const reading = store.read({
        from: 45,
        category: 'agency',
        signal: stop.signal,
        onMessages: (batch) => {
          seen.push(...batch);
          return Promise.resolve();
        },
      });
      await until(() => seen.length === 1);
      await write(3, 'other');
      await store.handle(letter, 'later', enter('a'));
      await until(() => seen.length === 2);
      stop.abort();
      await reading;
      expect(seen.map(({ aggregateId }) => aggregateId)).toEqual(['48', 'later']);
    });

    it('goes on by itself after kill -9 of the server', async () => {
      const seen: number[] = [];
      const reading = store.read({
        from: 1,
        category: 'agency',
        signal: stop.signal,
        onMessages: (batch) => {
          seen.push(...batch.map(({ sequence }) => sequence));
          return Promise.resolve();
        },
      });
      await until(() => seen.length === 12);
      await server.kill9();
      await server.restart();
      await store.handle(letter, 'later', enter('a'));
      await until(() => seen.length === 13);
      stop.abort();
      await reading;
      expect(seen.at(-1)).toBe(51);
    });
  });

  it('waits for whoever handles the messages', async () => {
    await write(1_600, 'some');
    let handling = 0;
    let most = 0;
    let largest = 0;
    await store.read({
      from: 1,
      until: 1_600,
      signal: stop.signal,
      onMessages: async (batch) => {
        most = Math.max(most, ++handling);
        largest = Math.max(largest, batch.length);
        await store.lastSequence();
        handling -= 1;
      },
    });
    expect(most).toBe(1);
    expect(largest).toBeLessThanOrEqual(500);
  });

  it('ends whenever it is told to, even before it has begun', async () => {
    for (let roundTrips = 0; roundTrips < 8; roundTrips += 1) {
      const early = new AbortController();
      const reading = store.read({
        from: 1,
        signal: early.signal,
        onMessages: () => Promise.resolve(),
      });
      for (let made = 0; made < roundTrips; made += 1) await store.lastSequence();
      early.abort();
      await reading;
    }
  });

  it('ends when it is told to while the server is away, and so does the store', async () => {
    const reading = follow([]);
    await write(5, 'some');
    await server.kill9();
    await until(() => !store.status().connected);
    stop.abort();
    await reading;
    await store.close();
  });

  it('ends with the error of whoever handles the messages', async () => {
    await write(1, 'some');
    const failing = store.read({
      from: 1,
      signal: stop.signal,
      onMessages: () => Promise.reject(new RangeError('cannot be handled')),
    });
    await expect(failing).rejects.toThrow(RangeError);
  });

  it('goes on by itself after kill -9 of the server, with nothing lost and nothing twice', async () => {
    const seen: RecordedMessage[] = [];
    const reading = follow(seen);
    for (const round of ['first', 'second', 'third']) {
      await write(100, round);
      await server.kill9();
      await server.restart();
    }
    await write(100, 'last');
    await until(() => seen.length >= 400);
    stop.abort();
    await reading;
    expect(seen.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 400 }, (_, at) => at + 1),
    );
  });

  it('reports a log that lost its tail while the server was away', async () => {
    const seen: RecordedMessage[] = [];
    const reading = follow(seen);
    await write(5, 'some');
    await until(() => seen.length === 5);
    const connection = await connect({ servers: server.url });
    const manager = await jetstreamManager(connection);
    const { config } = await manager.streams.info('LT_H39');
    await manager.streams.delete('LT_H39');
    await manager.streams.add(config);
    await connection.close();
    const damaged = expect(reading).rejects.toThrow(LogDamaged);
    await server.restart();
    await damaged;
  });

  it('reports a sequence that is missing', async () => {
    const connection = await connect({ servers: server.url });
    const manager = await jetstreamManager(connection);
    const { config } = await manager.streams.info('LT_H39');
    await manager.streams.delete('LT_H39');
    await manager.streams.add({ ...config, first_seq: 10 });
    await connection.close();
    const reading = follow([]);
    const damaged = expect(reading).rejects.toThrow(LogDamaged);
    await store.handle(ledgerAggregate, 'one', enter('a'));
    await damaged;
  });
});
