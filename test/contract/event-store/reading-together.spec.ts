import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn } from './stores.js';

/** Somebody's work on what was handed over. */
const HANDLING_MS = 30;

describe('a reader of a log that grows', () => {
  let server: NatsServerHandle;
  let store: EventStore;

  beforeAll(async () => {
    server = await startNats();
    store = await storeOn(server);
  });

  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  /** Few enough to be written one by one. */
  const write = async (name: string): Promise<void> => {
    const ids = Array.from({ length: 10 }, (_, at) => `${name}-${String(at)}`);
    await Promise.all(ids.map((id) => store.handle(ledgerAggregate, id, enter('a'))));
  };

  it('is handed together what came while it was at work', async () => {
    const sizes: number[] = [];
    const reading = store.read({
      from: 1,
      until: 400,
      signal: new AbortController().signal,
      onMessages: async (batch) => {
        sizes.push(batch.length);
        if (batch.length > 0) await pause(HANDLING_MS);
      },
    });
    for (let at = 0; at < 40; at += 1) await write(`some-${String(at)}`);
    await reading;
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
  });
});
