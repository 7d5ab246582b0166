import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { streamOf } from '@lienthong/contracts';
import {
  benchAppend,
  benchCopy,
  type EventStoreOptions,
  markLog,
  StoreUnavailable,
} from '@lienthong/event-store';
import { systemClock } from '@lienthong/kernel';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn } from './stores.js';

let server: NatsServerHandle;

beforeEach(async () => {
  server = await startNats();
});

afterEach(() => server.stop());

const options = (): EventStoreOptions => ({
  servers: server.url,
  tenant: 'H39',
  instance: 'bench',
  access: 'write',
  create: true,
  durability: 'always',
  clock: systemClock,
});

describe('the measurement of appends', () => {
  it.each([
    [4, [4]],
    [64, [1, 2, 3]],
  ])('tells what %i waiting writers get, and of what ceiling', async (writers, inFlight) => {
    const store = options();
    const result = await benchAppend({ store, writers, seconds: 0.3, payloadBytes: 300 });
    expect(result.durability).toBe('always');
    expect(result.ratio).toBeCloseTo(result.value / result.ceiling);
    expect(inFlight).toContain(result.ceilingInFlight);
    expect(result.value).toBeGreaterThan(writers);
    expect(result.p50Ms).toBeGreaterThan(0);
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
  });
});

describe('the ceiling of a load', () => {
  const OBJECT = Buffer.alloc(300_000, 'x');
  /** What the stream holds from `from` on; a copy's back-links lead to the places of the original. */
  const contents = async (tenant: string, from: number, count: number) => {
    const connection = await connect({ servers: server.url });
    const { direct } = await jetstreamManager(connection);
    const found: unknown[] = [];
    for (let seq = from; seq < from + count; seq += 1) {
      const message = await direct.getMessage(streamOf(tenant), { seq });
      found.push([message?.header.get('ce-id'), message?.header.get('lt-prev'), message?.string()]);
    }
    await connection.close();
    return found;
  };

  it('writes what was written since the mark again, raw, with its objects', async () => {
    const store = await storeOn(server);
    await store.handle(ledgerAggregate, 'before', enter('not this one'));
    const from = await markLog(options());
    await store.handle(ledgerAggregate, 'a', enter('1', '2'));
    await store.objects.put(OBJECT);
    await store.handle(ledgerAggregate, 'a', enter('3'));
    await store.close();

    const value = await benchCopy({ store: options(), from, into: 'COPY', seconds: 0.2 });

    const { events, objects } = await markLog({ ...options(), tenant: 'COPY' });
    expect(value).toBeGreaterThan(0);
    expect(await contents('COPY', 1, 3)).toEqual(await contents('H39', 2, 3));
    expect(events % 3).toBe(0);
    // Three parts and a name for each three events.
    expect(objects).toBe((events / 3) * 4);
  });

  it('is none of a log to which nothing was added', async () => {
    await (await storeOn(server)).close();
    const from = await markLog(options());
    const nothing = benchCopy({ store: options(), from, into: 'COPY', seconds: 0.1 });
    await expect(nothing).rejects.toThrow(StoreUnavailable);
  });
});
