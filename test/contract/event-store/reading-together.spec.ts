import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { storeOn } from './stores.js';

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

  const write = async (name: string): Promise<void> => {
    const ids = Array.from({ length: 10 }, (_, at) => `${name}-${String(at)}`);
    await Promise.all(ids.map((id) => store.handle(ledgerAggregate, id, enter('a'))));
  };

  it('is handed together what came while it was at work', async () => {
    const sizes: number[] = [];
    let allIsWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      allIsWritten = resolve;
    });
    const reading = store.read({
      from: 1,
      until: 400,
      signal: new AbortController().signal,
      onMessages: async (batch) => {
        sizes.push(batch.length);
        await written;
      },
    });
    for (let at = 0; at < 40; at += 1) await write(`some-${String(at)}`);
    allIsWritten();
    await reading;
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
    expect(Math.max(...sizes)).toBeGreaterThan(20);
  });
});
