import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Recorded } from '@lienthong/contracts';
import {
  type DocumentTrace,
  type History,
  type Horizon,
  IndicatorUnknown,
  type Metrics,
  type Part,
  ReadModels,
  ReadModelsBehind,
} from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import { type Following, followWith } from './projections-following.js';
import { RandomHistory } from './projections-history.js';
import { MemoryLog } from './projections-log.js';
import { append, type Fact, KNOWN, MORNING, traffic } from './projections-traffic.js';

const TODAY = '2020-03-20';
const { facts: FACTS } = new RandomHistory(39, 300);
const MOMENTS = [1, 40, 150, FACTS.length];
const { signal } = new AbortController();
const DAY_MS = 86_400_000;

/** How the document and each delivery stand, without where it is written. */
const standingIn = (trace: DocumentTrace | undefined) =>
  trace === undefined
    ? undefined
    : {
        document: [trace.documentId, trace.subject, trace.status, trace.revision],
        deliveries: trace.deliveries.map(({ recipient, status, request, hops }) => ({
          ...{ recipient, status, request },
          hops: hops.map(({ at, type }) => ({ at, type })),
        })),
      };

interface Province {
  readonly log: MemoryLog;
  readonly models: ReadModels;
  readonly following: Following;
}

describe('looking back', () => {
  let redis: RedisServerHandle;
  let now: Province;
  let history: History;
  const opened: Province[] = [];

  const province = async (tenant: string, facts: readonly Fact[]): Promise<Province> => {
    const log = new MemoryLog(tenant);
    append(log, facts);
    const following = followWith({ tenant, redisUrl: redis.url, log });
    const models = new ReadModels({ redisUrl: redis.url, tenant });
    opened.push({ log, models, following });
    await models.waitFor(facts.length, 20_000);
    return { log, models, following };
  };

  beforeAll(async () => {
    redis = await startRedis();
    now = await province('H39', FACTS);
    history = now.models.history(now.log);
  });

  afterAll(async () => {
    for (const { following, models } of opened) {
      await following.stop();
      models.close();
    }
    await redis.stop();
  });

  it.each(MOMENTS)('finds figures and traces as they were at event %i', async (sequence) => {
    const then = await province(`then-${String(sequence)}`, FACTS.slice(0, sequence));
    for (const query of [
      { today: TODAY, by: 'day' as const },
      { today: TODAY, agency: 'ward-1' },
      { today: TODAY, from: '2020-03-03', to: '2020-03-08', levels: ['commune' as const] },
    ]) {
      expect(await history.metrics(query, { sequence }, signal)).toStrictEqual(
        await then.models.metrics(query),
      );
    }
    for (const by of ['level', 'agency'] as const) {
      expect(await history.flow({ by }, { sequence }, signal)).toStrictEqual(
        await then.models.flow({ by }),
      );
    }
    const documents = FACTS.filter(({ event }) => event.category === 'document');
    const traces = (models: ReadModels, horizon?: Horizon) =>
      Promise.all(documents.map(({ id }) => models.trace(id, horizon)));
    expect(await traces(now.models, { sequence })).toStrictEqual(await traces(then.models));
  });

  it('finds up to where everything had been recorded by a time', async () => {
    const times = FACTS.map(({ event, recordedAt }) => recordedAt ?? event.event.at);
    const later = (index: number): boolean =>
      index > 0 && (times[index] ?? 0) < (times[index - 1] ?? 0);
    expect(times.some((_time, index) => later(index))).toBe(true);
    for (const at of [
      0,
      ...times.flatMap((time) => [time - 1, time]),
      Number(times.at(-1)) + 1e9,
    ]) {
      const first = times.findIndex((time) => time > at);
      const expected = first < 0 ? FACTS.length : first;
      expect(await history.sequenceAt(at, signal)).toBe(expected);
    }
  });

  it.each([
    ['in the order of time', FACTS, FACTS[100]?.event.event.at ?? 0],
    ['before what was recorded first', traffic(60), MORNING + 2 * DAY_MS],
  ])('finds what had happened by a time, %s', async (what, facts, happenedBy) => {
    const whole = await province(`whole-${String(what.length)}`, facts);
    const earlier = facts.filter(
      ({ event }) => event.category === 'agency' || event.event.at <= happenedBy,
    );
    expect(earlier.length).toBeGreaterThan(KNOWN.length + 10);
    const then = await province(`earlier-${String(what.length)}`, earlier);
    const past = whole.models.history(whole.log);
    const horizon = { sequence: facts.length, happenedBy };
    const query = { today: TODAY, by: 'day' as const };
    const known = { asOfSequence: facts.length };
    expect(await past.metrics(query, horizon, signal)).toStrictEqual({
      ...(await then.models.metrics(query)),
      ...known,
    });
    expect(await past.flow({ by: 'agency' }, horizon, signal)).toStrictEqual({
      ...(await then.models.flow({ by: 'agency' })),
      ...known,
    });
    const documents = facts.filter(({ event }) => event.category === 'document');
    for (const { id } of documents) {
      const [was, is] = await Promise.all([then.models.trace(id), whole.models.trace(id, horizon)]);
      expect(standingIn(is)).toStrictEqual(standingIn(was));
    }
  });

  it('does not answer for what the read models do not know yet', async () => {
    const beyond = FACTS.length + 1;
    await expect(history.flow({ by: 'level' }, { sequence: beyond }, signal)).rejects.toThrow(
      ReadModelsBehind,
    );
  });

  const explained = async (
    indicator: string,
    part: Part,
    sequence: number,
    query: { readonly from?: string; readonly to?: string; readonly agency?: string } = {},
  ): Promise<readonly Recorded[]> => {
    const shown: Recorded[] = [];
    const show = (event: Recorded): Promise<void> => {
      shown.push(event);
      return Promise.resolve();
    };
    const asked = { indicator, part, today: TODAY, ...query };
    await history.explain(asked, { sequence }, { signal, show });
    return shown;
  };

  const everyNumber = ({ indicators, durations }: Metrics) => [
    ...indicators.flatMap(({ id, numerator, denominator }) => [
      { id, part: 'numerator' as const, count: numerator },
      { id, part: 'denominator' as const, count: denominator },
    ]),
    ...durations.map(({ id, count }) => ({ id, part: 'numerator' as const, count })),
  ];

  it.each([
    ['the whole', {}],
    ['some days', { from: '2020-03-03', to: '2020-03-06' }],
    ['one agency', { agency: 'ward-1' }],
  ])('explains every number of %s by as many events', async (_what, query) => {
    const sequence = FACTS.length - 20;
    const metrics = await history.metrics({ today: TODAY, ...query }, { sequence }, signal);
    for (const { id, part, count } of everyNumber(metrics)) {
      const events = await explained(id, part, sequence, query);
      expect([id, part, events.length]).toStrictEqual([id, part, count]);
      const sequences = events.map(({ message }) => message.sequence);
      expect(sequences).toStrictEqual([...new Set(sequences)].sort((a, b) => a - b));
    }
    const numbers = everyNumber(metrics).map(({ count }) => count);
    expect(numbers.filter((count) => count > 0).length).toBeGreaterThan(5);
  });

  it('explains no indicator that there is not', async () => {
    await expect(explained('documents.eaten{commune}', 'numerator', 1)).rejects.toThrow(
      IndicatorUnknown,
    );
  });
});
