import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore, StoreUnavailable, WriterLeaseLost } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from '../../contract/event-store/ledger.js';
import { everything, storeOn, until } from '../../contract/event-store/stores.js';
import { ledgersOf, problemsOf } from './history.js';

const LEDGERS = 40;
const ENTRIES = 60;

/** After so many answered commands the server is killed. */
const KILLS = [150, 700, 1_300, 1_900];

describe('kill -9 of the server under load', () => {
  let server: NatsServerHandle;
  let store: EventStore;
  let answered = 0;

  beforeAll(async () => {
    server = await startNats();
    store = await storeOn(server);
  });

  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const fill = async (ledger: number): Promise<void> => {
    for (let entry = 0; entry < ENTRIES;) {
      try {
        const id = `ledger-${String(ledger)}`;
        const { state } = await store.handle(ledgerAggregate, id, enter(String(entry)));
        expect(state).toHaveLength(entry + 1);
        entry += 1;
        answered += 1;
      } catch (error) {
        if (!(error instanceof StoreUnavailable || error instanceof WriterLeaseLost)) throw error;
      }
    }
  };

  it('loses nothing that was answered and writes nothing twice', async () => {
    const filling = Promise.all(Array.from({ length: LEDGERS }, (_, at) => fill(at)));
    for (const kill of KILLS) {
      await until(() => answered >= kill);
      // Held still, it has the writes and answers none of them: every ledger comes to wait.
      process.kill(server.pid, 'SIGSTOP');
      await until(() => store.status().waiting === LEDGERS);
      await server.kill9();
      await server.restart();
    }
    await filling;
    const { found, missing } = store.status().unknownOutcomes;
    expect(found + missing).toBeGreaterThan(0);
    const messages = await everything(store);
    expect(problemsOf(messages)).toEqual([]);
    expect(messages).toHaveLength(LEDGERS * ENTRIES);
    const whole = Array.from({ length: ENTRIES }, (_, at) => String(at));
    for (const [, entries] of ledgersOf(messages)) expect(entries).toEqual(whole);
  });
});
