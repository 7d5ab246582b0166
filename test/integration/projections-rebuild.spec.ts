import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  fencedApply,
  ProjectionUnknown,
  ReadModels,
  type Rebuilding,
  RebuildUnderWay,
  type RedisApply,
  RedisStateRows,
} from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import { Redis } from 'ioredis';
import { until } from '../contract/event-store/stores.js';
import { digestOfReadModels } from './projections-dump.js';
import { type Following, followWith } from './projections-following.js';
import { MemoryLog } from './projections-log.js';
import { append, traffic } from './projections-traffic.js';

const TENANT = 'H39';
const FACTS = traffic(60);
const HALF = 150;

describe('rebuilding read models', () => {
  let server: RedisServerHandle;
  let redis: Redis;
  let models: ReadModels;
  let log: MemoryLog;
  let running: Following[];
  let orders = 0;

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });

  beforeEach(async () => {
    await redis.flushall();
    models = new ReadModels({ redisUrl: server.url, tenant: TENANT });
    log = new MemoryLog(TENANT, () => 20);
    running = [];
  });

  afterEach(async () => {
    models.close();
    await Promise.allSettled(running.map((following) => following.stop()));
  });

  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  const follow = (apply: RedisApply = fencedApply): Following => {
    const following = followWith({ tenant: TENANT, redisUrl: server.url, log, apply });
    running.push(following);
    return following;
  };

  const upToDate = async (): Promise<void> => models.waitFor(await log.lastSequence(), 10_000);

  const order = async (...projections: readonly string[]): Promise<string> => {
    orders += 1;
    await models.rebuilds.ask(`order-${String(orders)}`, projections);
    return `order-${String(orders)}`;
  };

  const outcome = async (id: string): Promise<Extract<Rebuilding, { state: 'done' }>> => {
    let state: Rebuilding | undefined;
    await until(async () => {
      state = await models.rebuilds.state(id);
      return state?.state === 'done' || state?.state === 'failed';
    });
    if (state?.state !== 'done') throw new Error(JSON.stringify(state));
    return state;
  };

  const builds = async (): Promise<readonly string[]> => {
    const keys = await redis.keys('{*}:*:checkpoint');
    return [...new Set(keys.map((key) => key.split(':').at(-2) ?? ''))];
  };

  it('leads to the same, is read from then on, and leaves nothing of the build before', async () => {
    append(log, FACTS);
    follow();
    await upToDate();
    const before = await digestOfReadModels(redis);
    const { events, projections } = await outcome(await order());
    expect(events).toBe(FACTS.length);
    expect(projections.map(({ identical }) => identical)).not.toContain(false);
    expect(projections.length).toBe(5);
    expect(await digestOfReadModels(redis)).toBe(before);
    expect(await builds()).toStrictEqual(['2']);
  });

  it('goes on beside reading and writing, which notice nothing of it', async () => {
    append(log, FACTS.slice(0, HALF));
    follow();
    await upToDate();
    const id = await order();
    const done = new AbortController();
    const finished = outcome(id).finally(() => {
      done.abort();
    });
    const seen: number[] = [];
    let next = HALF;
    while (!done.signal.aborted || next < FACTS.length) {
      append(log, FACTS.slice(next, next + 5));
      next += 5;
      seen.push((await models.flow({ by: 'level' })).asOfSequence);
    }
    expect((await finished).projections.map(({ identical }) => identical)).not.toContain(false);
    expect(seen).toStrictEqual([...seen].sort((a, b) => a - b));
    await upToDate();
    const live = await digestOfReadModels(redis);
    await redis.flushall();
    await until(async () => (await models.position().catch(() => 0)) >= FACTS.length);
    expect(await digestOfReadModels(redis)).toBe(live);
  });

  it('finds a read model that is not what the log says, and puts it right', async () => {
    append(log, FACTS);
    follow();
    await upToDate();
    const right = await digestOfReadModels(redis);
    const counters = `{${TENANT}:figures:1}:1:hash:flow:2020-03-02:2020-03-02`;
    await redis.hincrby(counters, 'documents', 1);
    expect(await digestOfReadModels(redis)).not.toBe(right);
    const { projections } = await outcome(await order());
    const wrong = projections.filter(({ identical }) => !identical);
    expect(wrong.map(({ projection }) => projection)).toStrictEqual(['figures']);
    expect(await digestOfReadModels(redis)).toBe(right);
  });

  it('rebuilds the projection that is named and leaves the others', async () => {
    append(log, FACTS);
    follow();
    await upToDate();
    const { projections } = await outcome(await order('inbox'));
    expect(projections.map(({ projection }) => projection)).toStrictEqual(['inbox']);
    expect(await redis.get(`{${TENANT}:inbox:3}:current`)).toBe('2');
    expect(await redis.get(`{${TENANT}:figures:1}:current`)).toBe('1');
  });

  it('shows the writer of the log the states of the new build', async () => {
    append(log, FACTS);
    follow();
    await upToDate();
    const rows = new RedisStateRows({ redisUrl: server.url, tenant: TENANT });
    const known = FACTS.find(({ event }) => event.category === 'document')?.id ?? '';
    const before = await rows.load('document', known);
    expect(before).toBeDefined();
    await outcome(await order('rows'));
    expect(await rows.load('document', known)).toStrictEqual(before);
    rows.close();
  });

  it('is done one at a time, for projections that there are', async () => {
    await order('inbox');
    await expect(order('inbox')).rejects.toThrow(RebuildUnderWay);
    await expect(order('outbox')).rejects.toThrow(ProjectionUnknown);
    expect(await models.rebuilds.state('another')).toBeUndefined();
  });

  it('is begun anew by the next writer when the one before dies over it', async () => {
    append(log, FACTS);
    let dying = false;
    let bury = (): void => undefined;
    const buried = new Promise<never>((_resolve, reject) => {
      bury = () => {
        reject(new Error('killed'));
      };
    });
    const dies: RedisApply = {
      apply: (connection, batch) =>
        dying && batch.lane.build > 1 ? buried : fencedApply.apply(connection, batch),
    };
    follow(dies);
    await upToDate();
    const right = await digestOfReadModels(redis);
    dying = true;
    const id = await order();
    await until(async () => (await builds()).length > 1);
    const heir = follow();
    const { projections } = await outcome(id);
    expect(projections.map(({ identical }) => identical)).not.toContain(false);
    expect(heir.runtime.status.following).toBe(true);
    expect(await digestOfReadModels(redis)).toBe(right);
    bury();
  });
});
