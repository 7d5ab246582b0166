import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore } from '@lienthong/event-store';
import { type NatsServerHandle, startNats } from '@lienthong/testing';
import { LedgerNotEmpty, closeEmpty, enter, ledgerAggregate } from './ledger.js';
import { everything, storeOn } from './stores.js';

describe('the log of a tenant', () => {
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

  it('keeps the events of a command and tells where they stand', async () => {
    const before = await store.lastSequence();
    const handled = await store.handle(ledgerAggregate, 'kept', enter('a'));
    expect(handled).toEqual({
      events: [{ type: 'Entered', entry: 'a', at: enter().at }],
      state: ['a'],
      version: 1,
      firstSequence: before + 1,
      lastSequence: before + 1,
    });
    await expect(store.load(ledgerAggregate, 'kept')).resolves.toMatchObject({
      state: ['a'],
      version: 1,
    });
  });

  it('answers a repeated command with no events and the state as it stands', async () => {
    await store.handle(ledgerAggregate, 'repeated', enter('a'));
    const { firstSequence } = await store.handle(ledgerAggregate, 'repeated', enter('b'));
    await expect(store.handle(ledgerAggregate, 'repeated', enter('a'))).resolves.toMatchObject({
      events: [],
      state: ['a', 'b'],
      version: 2,
      firstSequence,
    });
  });

  it('passes on a refusal and writes nothing', async () => {
    await store.handle(ledgerAggregate, 'refusing', enter('a'));
    const before = await store.lastSequence();
    const refused = store.handle(ledgerAggregate, 'refusing', closeEmpty);
    await expect(refused).rejects.toBeInstanceOf(LedgerNotEmpty);
    await expect(store.lastSequence()).resolves.toBe(before);
  });

  it('decides the commands of one aggregate in the order in which they came', async () => {
    const entries = Array.from({ length: 50 }, (_, at) => `e${String(at)}`);
    const handled = await Promise.all(
      entries.map((entry) => store.handle(ledgerAggregate, 'ordered', enter(entry))),
    );
    expect(handled.map(({ version }) => version)).toEqual(entries.map((_, at) => at + 1));
    expect(handled.at(-1)?.state).toEqual(entries);
  });

  it('writes many aggregates at once, all the events of a command or none', async () => {
    const ids = Array.from({ length: 2_500 }, (_, at) => `many-${String(at)}`);
    await Promise.all(ids.map((id) => store.handle(ledgerAggregate, id, enter('a', 'b'))));
    const messages = await everything(store);
    const versions = messages
      .filter(({ aggregateId }) => aggregateId.startsWith('many-'))
      .map(({ version }) => version);
    expect(versions).toHaveLength(5_000);
    expect(versions.filter((version) => version === 2)).toHaveLength(2_500);
  });

  it('keeps objects by their digest', async () => {
    const content = Buffer.from('Công văn');
    const digest = await store.objects.put(content);
    await expect(store.objects.get(digest)).resolves.toEqual(new Uint8Array(content));
    await expect(store.objects.has('0'.repeat(64))).resolves.toBe(false);
  });

  it('keeps checkpoints', async () => {
    await expect(store.checkpoints.load('routing')).resolves.toBe(0);
    await store.checkpoints.save('routing', 41);
    await expect(store.checkpoints.load('routing')).resolves.toBe(41);
  });
});
