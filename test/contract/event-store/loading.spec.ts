import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NatsConnection, connect, headers } from '@nats-io/transport-node';
import { jetstream } from '@nats-io/jetstream';
import {
  type EventStore,
  LogDamaged,
  type StateRow,
  StoreUnavailable,
} from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { LedgerNotEmpty, closeEmpty, enter, ledgerAggregate } from './ledger.js';
import { storeOn, until } from './stores.js';

/** A signal is only on its way when it was sent. */
const hasStopped = async (pid: number): Promise<boolean> =>
  /^State:\tT/m.test(await readFile(`/proc/${String(pid)}/status`, 'utf8'));

describe('an aggregate that is not in memory', () => {
  let server: NatsServerHandle;
  let writer: EventStore;

  beforeAll(async () => {
    server = await startNats();
    writer = await storeOn(server, { lease: 'ignored' });
    await writer.handle(ledgerAggregate, 'known', enter('a'));
    await writer.handle(ledgerAggregate, 'known', enter('b', 'c'));
  });

  afterAll(async () => {
    await writer.close();
    await server.stop();
  });

  const withRow = (row: Partial<StateRow> | Error | undefined): Promise<EventStore> =>
    storeOn(server, {
      lease: 'ignored',
      rows: {
        load: () =>
          row instanceof Error
            ? Promise.reject(row)
            : Promise.resolve(
                row && {
                  version: 1,
                  firstSequence: 1,
                  lastSequence: 1,
                  reducer: 1,
                  state: ['a'],
                  ...row,
                },
              ),
      },
    });

  it.each<[string, Partial<StateRow> | Error | undefined]>([
    ['its newest row', { version: 3, lastSequence: 3, state: ['a', 'b', 'c'] }],
    ['a row that is late', {}],
    ['a row of another reducer', { reducer: 2, state: ['wrong'] }],
    ['a row whose state cannot be read', { state: 'wrong' }],
    ['a row of another log', { version: 9, firstSequence: 70, lastSequence: 90, state: ['wrong'] }],
    ['no row', undefined],
    ['a read model that is away', new Error('Redis is away')],
  ])('is known from %s and the log', async (_name, row) => {
    const store = await withRow(row);
    await expect(store.load(ledgerAggregate, 'known')).resolves.toEqual({
      state: ['a', 'b', 'c'],
      version: 3,
      firstSequence: 1,
      lastSequence: 3,
    });
    const repeated = await store.handle(ledgerAggregate, 'known', enter('b'));
    expect(repeated).toMatchObject({ events: [], version: 3, firstSequence: 1, lastSequence: 3 });
    await expect(store.handle(ledgerAggregate, 'known', closeEmpty)).rejects.toThrow(
      LedgerNotEmpty,
    );
    await store.close();
  });

  it('is told from memory as far as this process wrote it, while the server is away', async () => {
    const frozen = await startNats();
    const store = await storeOn(frozen);
    await store.handle(ledgerAggregate, 'seen', enter('a', 'b'));
    process.kill(frozen.pid, 'SIGSTOP');
    await until(() => hasStopped(frozen.pid));
    const unknown = (error: unknown) => error;
    const written = store.handle(ledgerAggregate, 'seen', enter('c')).catch(unknown);
    try {
      const told = { state: ['a', 'b'], version: 2 };
      const seen = store.load(ledgerAggregate, 'seen', { seen: 2 });
      await expect(seen).resolves.toMatchObject(told);
      await expect(store.holds(2)).resolves.toBe(true);
      await Promise.all([
        expect(store.load(ledgerAggregate, 'seen', { seen: 3 })).rejects.toThrow(StoreUnavailable),
        expect(store.holds(4)).rejects.toThrow(),
      ]);
    } finally {
      process.kill(frozen.pid, 'SIGCONT');
    }
    // It may have waited longer than a command does.
    const outcome = await written;
    if (!(outcome instanceof StoreUnavailable)) expect(outcome).toMatchObject({ version: 3 });
    const again = store.handle(ledgerAggregate, 'seen', enter('c'));
    await expect(again).resolves.toMatchObject({ version: 3 });
    const newer = store.load(ledgerAggregate, 'seen', { seen: 3 });
    await expect(newer).resolves.toMatchObject({ version: 3 });
    await expect(store.holds(4)).resolves.toBe(false);
    await store.close();
    await frozen.stop();
  });

  it('is not looked for when it is said to be new, and is found all the same', async () => {
    let looked = 0;
    const store = await storeOn(server, {
      lease: 'ignored',
      rows: {
        load: () => {
          looked += 1;
          return Promise.resolve(undefined);
        },
      },
    });
    await writer.handle(ledgerAggregate, 'old', enter('a'));
    const isNew = true;
    const all = await Promise.all([
      store.handle(ledgerAggregate, 'old', enter('a', 'b'), { isNew }),
      store.handle(ledgerAggregate, 'old', enter('b'), { isNew }),
      store.handle(ledgerAggregate, 'really-new', enter('a'), { isNew }),
    ]);
    expect(all.map(({ version, events }) => [version, events.length])).toEqual([
      [2, 1],
      [2, 0],
      [1, 1],
    ]);
    await expect(store.handle(ledgerAggregate, 'known', closeEmpty, { isNew })).rejects.toThrow(
      LedgerNotEmpty,
    );
    expect(looked).toBe(0);
    await store.handle(ledgerAggregate, 'another', enter('a'));
    expect(looked).toBe(1);
    await store.close();
  });

  it.each<[string, Partial<StateRow> | undefined]>([
    ['a row that is late', {}],
    ['a row of another log', { version: 9, firstSequence: 70, lastSequence: 90, state: ['wrong'] }],
    ['no row', undefined],
  ])('goes on after its last event although %s came first', async (name, row) => {
    const id = `goes-on-${String(name.length)}`;
    const first = await writer.handle(ledgerAggregate, id, enter('a', 'b'));
    const store = await withRow(
      row && { firstSequence: first.firstSequence, lastSequence: first.firstSequence, ...row },
    );
    const { state, version } = await store.handle(ledgerAggregate, id, enter('c'));
    expect({ state, version }).toEqual({ state: ['a', 'b', 'c'], version: 3 });
    await store.close();
  });

  it('is nothing when nothing was written', async () => {
    await expect(writer.load(ledgerAggregate, 'never')).resolves.toEqual({
      state: [],
      version: 0,
      firstSequence: 0,
      lastSequence: 0,
    });
    const nothing = await writer.handle(ledgerAggregate, 'never', closeEmpty);
    expect(nothing).toMatchObject({ events: [], version: 0 });
  });
});

describe('a chain that does not hold', () => {
  let server: NatsServerHandle;
  let connection: NatsConnection;

  beforeAll(async () => {
    server = await startNats();
    connection = await connect({ servers: server.url });
  });

  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  const plant = (id: string, backLink: string) => {
    const lines = headers();
    lines.set('ce-specversion', '1.0');
    lines.set('ce-id', `${id}-${backLink}`);
    lines.set('ce-type', 'vn.lienthong.test.entered.v1');
    lines.set('ce-source', '/test');
    lines.set('ce-time', '2020-03-02T00:00:00.000Z');
    lines.set('lt-prev', backLink);
    return jetstream(connection).publish(`lt.H39.parked.${id}`, 'planted', { headers: lines });
  };

  it.each([
    ['skips-a-version', ['1:0', '3:-1']],
    ['leads-to-nothing', ['1:0', '2:99999']],
    ['leads-to-another-aggregate', ['2:1']],
    ['begins-in-the-middle', ['2:0']],
    ['has-no-back-link', ['?']],
  ])('is reported as damage, and nothing more is written: it %s', async (id, links) => {
    const store = await storeOn(server, { lease: 'ignored' });
    await store.handle(ledgerAggregate, `other-${id}`, enter('a'));
    for (const link of links)
      await plant(id, link.replace('-1', String(await store.lastSequence())));
    await expect(store.load(ledgerAggregate, id)).rejects.toThrow(LogDamaged);
    expect(store.status().damage).toBeUndefined();
    await expect(store.handle(ledgerAggregate, id, enter('b'))).rejects.toThrow(LogDamaged);
    await until(() => store.status().damage !== undefined);
    const other = store.handle(ledgerAggregate, `other-${id}`, enter('b'));
    await expect(other).rejects.toThrow(LogDamaged);
    await store.close();
  });
});
