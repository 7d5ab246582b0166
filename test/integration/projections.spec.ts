import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Advance,
  InvalidCursor,
  type MetricsQuery,
  ReadModels,
  RedisStateRows,
} from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import { type Following, followWith } from './projections-following.js';
import { MemoryLog } from './projections-log.js';
import {
  append,
  idOf,
  issued,
  type Letter,
  MORNING,
  routed,
  sent,
  traffic,
} from './projections-traffic.js';

const TENANT = 'H39';

const letter = (number: number, ...to: readonly string[]): Letter => ({
  sender: 'office',
  number,
  to: to.map((agency) => ({ agency, channel: 'electronic' })),
  at: MORNING,
});

describe('read models', () => {
  let redis: RedisServerHandle;
  let following: Following;
  let models: ReadModels;
  const log = new MemoryLog(TENANT);

  beforeAll(async () => {
    redis = await startRedis();
    append(log, traffic(60));
    following = followWith({ tenant: TENANT, redisUrl: redis.url, log });
    models = new ReadModels({ redisUrl: redis.url, tenant: TENANT });
    await models.waitFor(await log.lastSequence(), 10_000);
  });

  afterAll(async () => {
    await following.stop();
    models.close();
    await redis.stop();
  });

  const deliver = (to: Letter): Promise<number> => {
    const recipients = to.to.map(({ agency }) => agency);
    append(log, [
      issued(to),
      ...recipients.map((recipient) => routed(to, recipient)),
      ...recipients.map((recipient) => sent(to, recipient)),
    ]);
    return log.lastSequence();
  };

  it('show several inboxes as one, page by page, each entry once and in the order of the log', async () => {
    const query = { agencies: ['ward-1', 'office', 'tan-an'], limit: 1_000 };
    const whole = await models.inbox(query);
    expect(whole.entries.length).toBeGreaterThan(20);
    const paged: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await models.inbox({ ...query, limit: 3, after: cursor });
      if (page.entries.length === 0) break;
      paged.push(...page.entries.map((entry) => entry.cursor));
      cursor = page.cursor;
    }
    expect(paged).toStrictEqual(whole.entries.map((entry) => entry.cursor));
    const sequences = whole.entries.map(({ sequence }) => sequence);
    expect(sequences).toStrictEqual([...sequences].sort((a, b) => a - b));
  });

  it('keep a cursor good for what comes later', async () => {
    const query = { agencies: ['ward-2'], limit: 1_000 };
    const { cursor } = await models.inbox(query);
    const next = letter(9_001, 'ward-2');
    await models.waitFor(await deliver(next), 5_000);
    const page = await models.inbox({ ...query, after: cursor });
    expect(page.entries).toMatchObject([
      {
        documentId: idOf(next),
        recipient: 'ward-2',
        recipientCode: '000.21.02.H39',
        senderName: 'Agency office',
        code: '9001/VP',
      },
    ]);
    expect(await models.inbox({ ...query, after: page.cursor })).toStrictEqual({
      entries: [],
      cursor: page.cursor,
    });
  });

  it.each(['', 'x', 'MTEtMB', 'LTEtMA', '***', 'MS0wLTA'])(
    'refuse the cursor %j',
    async (after) => {
      await expect(models.inbox({ agencies: ['office'], after, limit: 1 })).rejects.toThrow(
        InvalidCursor,
      );
    },
  );

  it('wake those who wait for an inbox, and name it', async () => {
    const advance = new Promise<Advance>((resolve) => {
      const stop = models.onAdvance((told) => {
        if (told.inboxes.length === 0) return;
        stop();
        resolve(told);
      });
    });
    await deliver(letter(9_002, 'ward-1', 'ministry'));
    expect((await advance).inboxes).toStrictEqual(['ward-1']);
  });

  it('wait for a sequence that is yet to come, and give up in time', async () => {
    const last = await log.lastSequence();
    const waiting = models.waitFor(last + 3, 5_000);
    await expect(models.waitFor(last + 3, 20)).rejects.toMatchObject({
      name: 'ReadModelsBehind',
      wanted: last + 3,
    });
    await deliver(letter(9_003, 'tan-an'));
    await waiting;
    expect(await models.position()).toBe(last + 3);
  });

  it('trace a document to each of its recipients', async () => {
    const traced = letter(9_004, 'tan-an', 'ministry');
    const last = await deliver(traced);
    await models.waitFor(last, 5_000);
    expect(await models.trace(idOf(traced))).toMatchObject({
      documentId: idOf(traced),
      sender: 'office',
      senderCode: '000.00.00.H39',
      deliveries: [
        {
          recipient: 'tan-an',
          to: '000.00.21.H39',
          level: 'district',
          via: 'local',
          status: 'sent',
          hops: [
            { type: 'DeliveryRouted', agency: 'office', sequence: last - 3 },
            { type: 'DeliverySent', agency: 'office', sequence: last - 1 },
          ],
        },
        { recipient: 'ministry', level: 'central', via: 'axis', status: 'sent' },
      ],
    });
    expect(await models.documentsByHeaderId('office,2020/03/02,9004/VP')).toStrictEqual([
      idOf(traced),
    ]);
    expect(await models.trace('nothing')).toBeUndefined();
    expect(await models.documentsByHeaderId('nothing')).toStrictEqual([]);
  });

  it('count the tenant as the sum of its agencies, and the whole as the sum of its days', async () => {
    const of = async (query: Partial<MetricsQuery>) => {
      const asked = { levels: ['province'] as const, today: '2020-03-02', ...query };
      const { indicators } = await models.metrics(asked);
      return indicators[0]?.denominator ?? 0;
    };
    const whole = await of({});
    expect(whole).toBeGreaterThan(10);
    expect((await of({ agency: 'office' })) + (await of({ agency: 'finance' }))).toBe(whole);
    expect((await of({ to: '2020-03-03' })) + (await of({ from: '2020-03-04' }))).toBe(whole);
    expect(await of({ from: '2021-01-01' })).toBe(0);
  });

  it('answer the flow by level and by agency with the same total', async () => {
    const byLevel = await models.flow({ by: 'level' });
    const byAgency = await models.flow({ by: 'agency' });
    expect(byAgency.total).toStrictEqual(byLevel.total);
    for (const { total, cells } of [byLevel, byAgency]) {
      expect(cells.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(total.deliveries);
    }
    expect(byLevel.cells.map(({ from }) => from)).toContain('province@other');
  });

  it('keep the state of a delivery for the writer', async () => {
    const known = letter(9_005, 'office');
    const last = await deliver(known);
    await models.waitFor(last, 5_000);
    const rows = new RedisStateRows({ redisUrl: redis.url, tenant: TENANT });
    const id = `office.${idOf(known)}`;
    expect(await rows.load('delivery', id)).toMatchObject({
      version: 2,
      firstSequence: last - 1,
      lastSequence: last,
      reducer: 4,
    });
    expect(await rows.load('agency', 'office')).toBeUndefined();
    rows.close();
  });
});
