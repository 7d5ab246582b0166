import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MetricsVerified, ReadModels } from '@lienthong/projections';
import { type RedisServerHandle, startRedis } from '@lienthong/testing';
import { Redis } from 'ioredis';
import { type Following, followWith } from './projections-following.js';
import { chances, RandomHistory } from './projections-history.js';
import { MemoryLog } from './projections-log.js';
import { append, issued, KNOWN, letterTo, reported, routed, sent } from './projections-traffic.js';

const { signal } = new AbortController();

interface Province {
  readonly log: MemoryLog;
  readonly models: ReadModels;
  readonly following: Following;
}

describe('counting once more', () => {
  let server: RedisServerHandle;
  let redis: Redis;
  const opened: Province[] = [];

  const province = async (tenant: string, fill: (log: MemoryLog) => void): Promise<Province> => {
    const log = new MemoryLog(tenant);
    fill(log);
    const following = followWith({ tenant, redisUrl: server.url, log });
    const models = new ReadModels({ redisUrl: server.url, tenant });
    const made = { log, models, following };
    opened.push(made);
    await models.waitFor(await log.lastSequence(), 20_000);
    return made;
  };

  const verified = async ({ models, log }: Province): Promise<MetricsVerified> =>
    models.verifyMetrics(log, await log.lastSequence(), signal);

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });

  afterAll(async () => {
    for (const { following, models } of opened) {
      await following.stop();
      models.close();
    }
    redis.disconnect();
    await server.stop();
  });

  it.each([1, 39, 2020])(
    'comes to what the read models say, whatever agencies did (%i)',
    async (seed) => {
      const { facts } = new RandomHistory(seed, 400);
      const random = await province(`random-${String(seed)}`, (log) => {
        append(log, facts);
      });
      const { checked, differences, asOfSequence } = await verified(random);
      expect(differences).toStrictEqual([]);
      expect(checked).toBeGreaterThan(300);
      expect(asOfSequence).toBe(facts.length);
    },
  );

  it('finds and names any counter that was changed, and nothing else', async () => {
    const tenant = 'changed';
    const { facts } = new RandomHistory(7, 200);
    const changed = await province(tenant, (log) => {
      append(log, facts);
    });
    const chance = chances(11);
    const hashes = (await redis.keys(`{${tenant}:figures:*:hash:*`)).sort();
    const days = hashes.filter((key) => key.endsWith(':hash:days'));
    const picked = hashes.filter(() => chance() < 20 / hashes.length);
    for (const key of [...days, ...picked]) {
      const fields = (await redis.hkeys(key)).sort();
      const field = fields[Math.floor(chance() * fields.length)] ?? '';
      await redis.hincrby(key, field, 1);
      const { differences } = await verified(changed);
      expect(differences).toHaveLength(1);
      const [difference] = differences;
      expect((difference?.found ?? 0) - (difference?.expected ?? 0)).toBe(1);
      await redis.hincrby(key, field, -1);
    }
    expect((await verified(changed)).differences).toStrictEqual([]);
  });

  it('tells which figure, whose and of which days', async () => {
    const tenant = 'named';
    const letter = letterTo({ 'ward-1': 'electronic' });
    const named = await province(tenant, (log) => {
      append(log, [
        ...KNOWN,
        issued(letter),
        routed(letter, 'ward-1'),
        sent(letter, 'ward-1'),
        reported(letter, 'ward-1', '01'),
      ]);
    });
    const day = '2020-03-02';
    const hash = async (scope: string): Promise<string> =>
      (await redis.keys(`{${tenant}:figures:*:hash:${scope}:${day}:${day}`))[0] ?? '';
    await redis.hincrby(await hash('tenant'), 'province|exchanged', 3);
    await redis.hdel(await hash('agency:ward-1'), 'commune|arrival|1');
    await redis.hincrby(await hash('flow:level'), 'province|district|deliveries', 1);
    const at = { recorded: day, business: day };
    expect((await verified(named)).differences).toStrictEqual([
      { figure: 'documents.exchanged', of: 'province', ...at, expected: 1, found: 4 },
      {
        figure: 'deliveries.arrival within 1 s',
        of: 'commune ward-1',
        ...at,
        expected: 1,
        found: 0,
      },
      {
        figure: 'flow.deliveries by level',
        of: 'province > district',
        ...at,
        expected: 0,
        found: 1,
      },
    ]);
  });

  it('counts what has come since it was asked', async () => {
    const growing = await province('growing', (log) => {
      append(log, KNOWN);
    });
    const until = await growing.log.lastSequence();
    append(growing.log, new RandomHistory(3, 100).facts.slice(KNOWN.length));
    const last = await growing.log.lastSequence();
    await growing.models.waitFor(last, 20_000);
    const { asOfSequence, differences } = await growing.models.verifyMetrics(
      growing.log,
      until,
      signal,
    );
    expect({ asOfSequence, differences }).toStrictEqual({ asOfSequence: last, differences: [] });
  });
});
