import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parkedAggregate } from '@lienthong/contracts';
import { type EventStore, type EventStoreOptions, sweepObjects } from '@lienthong/event-store';
import { type NatsUser } from '@lienthong/platform';
import { type NatsServerHandle, startNats, parking } from '@lienthong/testing';
import { enter, ledgerAggregate } from './ledger.js';
import { contentOf, inPieces, LIMIT, MIB } from './pieces.js';
import { everything, storeOn } from './stores.js';

const { signal } = new AbortController();

describe('the log with the rights of the processes', () => {
  let server: NatsServerHandle;
  const stores: EventStore[] = [];

  beforeAll(async () => {
    server = await startNats({ accounts: { lgsp: 'LT_H39', national: 'LT_AXIS' } });
  });

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.stop();
  });

  const openAs = async (user: NatsUser, options: Partial<EventStoreOptions>) => {
    const { pass: password } = server.login(user);
    const store = await storeOn(server, { user, password, ...options });
    stores.push(store);
    return store;
  };

  it.each<[NatsUser, string]>([
    ['lgsp', 'H39'],
    ['national', 'AXIS'],
  ])('%s keeps events, objects and checkpoints of %s', async (user, tenant) => {
    const store = await openAs(user, { tenant });
    await store.handle(ledgerAggregate, 'one', enter('a'));
    const ids = Array.from({ length: 100 }, (_, at) => `many-${String(at)}`);
    await Promise.all(ids.map((id) => store.handle(ledgerAggregate, id, enter('a'))));
    const digest = await store.objects.put(Buffer.from('packet'));
    await expect(store.objects.get(digest)).resolves.toBeDefined();
    const content = inPieces(contentOf(2 * MIB));
    await expect(store.objects.putStream(content, LIMIT)).resolves.toMatchObject({ size: 2 * MIB });
    await expect(sweepObjects(store, signal)).resolves.toEqual({ objects: 0, uploads: 0 });
    await store.checkpoints.save('routing', 1);
    await expect(everything(store)).resolves.toHaveLength(101);
  });

  it('projection reads it', async () => {
    const store = await openAs('projection', { access: 'read', create: false });
    await expect(everything(store)).resolves.toHaveLength(101);
    await expect(store.load(ledgerAggregate, 'one')).resolves.toMatchObject({ version: 1 });
  });

  it('a second instance reaches the one that writes', async () => {
    const other = await openAs('lgsp', { instance: 'lgsp-2' });
    expect(other.lease).toMatchObject({ held: false, holder: 'lgsp' });
    const handled = await other.handle(parkedAggregate, 'forwarded', parking());
    expect(handled.version).toBe(1);
  });
});
