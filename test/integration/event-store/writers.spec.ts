import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EventStore, StoreUnavailable } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from '../../contract/event-store/ledger.js';
import { everything, storeOn } from '../../contract/event-store/stores.js';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.js';
import { ledgersOf, problemsOf } from './history.js';
import { type RefusedBatches, overhearRefusedBatches } from './refused-batches.js';

const SEED = 20_200_302;

/** As every caller does: an unknown outcome is repeated until it is known. */
const enterUntilKnown = async (
  store: EventStore,
  id: string,
  entries: readonly string[],
): Promise<readonly string[]> => {
  for (;;) {
    try {
      const { state } = await store.handle(ledgerAggregate, id, enter(...entries));
      return state;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
};

/** So many aggregates at once are written as one batch, whatever else is under way. */
const GROUP = 20;

const stepOn = (ledgers: number) =>
  fc.record({
    store: fc.nat({ max: 1 }),
    ledger: fc.nat({ max: ledgers - 1 }),
    entries: fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 }),
  });

/** Waves of commands that are under way at the same time; the next wave waits for the one before. */
const wavesOn = (ledgers: number, commands: fc.ArrayConstraints) =>
  fc.array(fc.array(stepOn(ledgers), commands), { minLength: 1, maxLength: 4 });

/** Many at few aggregates, which are written one by one, and many at many, which are written in batches. */
const narrow = wavesOn(3, { minLength: 1, maxLength: 60 });
const broad = fc
  .integer({ min: 2 * GROUP, max: 3 * GROUP })
  .chain((ledgers) => wavesOn(ledgers, { minLength: 100, maxLength: 160 }));

const losses = fc.array(fc.constantFrom('no' as const, 'cut' as const), { maxLength: 6 });

describe('several writers without a lease, and acknowledgements that get lost', () => {
  let server: NatsServerHandle;
  let proxy: CuttingProxy;
  let refused: RefusedBatches;
  let stores: readonly EventStore[];
  let runs = 0;

  beforeAll(async () => {
    server = await startNats();
    proxy = await startCuttingProxy(server.port);
    refused = await overhearRefusedBatches(server.url);
    stores = [
      await storeOn(server, { lease: 'ignored', instance: 'a' }),
      await storeOn(proxy, { lease: 'ignored', instance: 'b' }),
    ];
  });

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await proxy.close();
    await refused.close();
    await server.stop();
  });

  it('leave gap-free versions 1…n, nothing lost and nothing twice', async () => {
    const [direct, broken] = stores;
    if (direct === undefined || broken === undefined) throw new Error('two stores are needed');
    await fc.assert(
      fc.asyncProperty(fc.oneof(narrow, broad), losses, async (waves, lost) => {
        const run = `r${String(++runs)}`;
        const from = (await direct.lastSequence()) + 1;
        const wanted = new Map<string, Set<string>>();
        const schedule = [...lost];
        proxy.losesAck = () => schedule.shift() ?? 'no';
        for (const steps of waves) {
          await Promise.all(
            steps.map(async ({ store, ledger, entries }) => {
              const id = `${run}-${String(ledger)}`;
              const names = entries.map(String);
              wanted.set(id, new Set([...(wanted.get(id) ?? []), ...names]));
              const state = await enterUntilKnown(store === 0 ? direct : broken, id, names);
              expect(state).toEqual(expect.arrayContaining(names));
            }),
          );
        }
        const messages = await everything(direct, from);
        expect(problemsOf(messages)).toEqual([]);
        const ledgers = ledgersOf(messages);
        expect(sorted(ledgers)).toEqual(sorted(wanted));
      }),
      { seed: SEED, numRuns: 12 },
    );
    // What the runs have to have met, or they prove nothing.
    expect(proxy.cuts).toBeGreaterThan(5);
    expect(refused.largest).toBeGreaterThanOrEqual(GROUP);
    const { found, missing } = broken.status().unknownOutcomes;
    expect(found).toBeGreaterThan(0);
    expect(missing).toBeGreaterThan(0);
  }, 90_000);

  it('answers once what is in the log although its acknowledgement never came', async () => {
    const schedule: 'silence'[] = ['silence'];
    proxy.losesAck = () => schedule.shift() ?? 'no';
    const [, broken] = stores;
    const found = broken?.status().unknownOutcomes.found ?? 0;
    const handled = await broken?.handle(ledgerAggregate, 'silence', enter('a', 'b'));
    expect(handled).toMatchObject({ state: ['a', 'b'], version: 2 });
    expect(handled?.events).toHaveLength(2);
    expect(schedule).toEqual([]);
    expect(broken?.status().unknownOutcomes.found).toBe(found + 1);
  });
});

const sorted = (ledgers: ReadonlyMap<string, Iterable<string>>) =>
  [...ledgers].map(([id, entries]) => [id, [...entries].sort()]).sort();

describe('the check of a history', () => {
  const message = (version: number, entry: string, id = `${String(version)}${entry}`) => ({
    subject: 'lt.H39.parked.a' as never,
    version,
    data: Buffer.from(entry),
    id,
  });

  it.each([
    ['a lost event', [message(1, 'a'), message(3, 'b')]],
    ['a version that is there twice', [message(1, 'a'), message(1, 'b')]],
    ['an entry that is there twice', [message(1, 'a'), message(2, 'a')]],
    ['an event that was written twice', [message(1, 'a', 'x'), message(2, 'b', 'x')]],
  ])('finds %s', (_name, messages) => {
    expect(problemsOf(messages)).not.toEqual([]);
  });

  it('finds nothing in a whole one', () => {
    expect(problemsOf([message(1, 'a'), message(2, 'b')])).toEqual([]);
  });
});
