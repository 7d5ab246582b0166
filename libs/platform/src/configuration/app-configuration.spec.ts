import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { eofficeConfiguration, lgspConfiguration } from './app-configuration.js';
import { cliConfiguration } from './cli-configuration.js';
import { InvalidConfiguration } from './load-configuration.js';
import { tenantClock } from './tenant-clock.js';

const LGSP = {
  LIENTHONG_TENANT: 'H39',
  LIENTHONG_INSTANCE: 'lgsp',
  LIENTHONG_NATS_URL: 'nats://127.0.0.1:4222',
  LIENTHONG_REDIS_URL: 'redis://127.0.0.1:6379',
  LIENTHONG_HTTP_PORT: '8380',
  LIENTHONG_OPERATOR_KEY_DIGEST: 'a'.repeat(64),
};

const problemsOf = (load: () => unknown): readonly string[] => {
  try {
    load();
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('is decoded for the app that asks', () => {
    expect(lgspConfiguration({ ...LGSP, PATH: '/bin' })).toStrictEqual({
      tenant: 'H39',
      instance: 'lgsp',
      nats: { servers: 'nats://127.0.0.1:4222' },
      durability: 'always',
      clock: { kind: 'system' },
      httpPort: 8380,
      logLevel: 'info',
      redisUrl: 'redis://127.0.0.1:6379',
      operatorKeyDigest: 'a'.repeat(64),
      createLog: false,
      requestsPerSecond: { perSecond: 200, of: new Map() },
    });
  });

  it('names every fault at once', () => {
    const environment = {
      ...LGSP,
      LIENTHONG_TENANT: 'H39.>',
      LIENTHONG_HTTP_PORT: '70000',
      LIENTHONG_CLOCK: 'scenario:yesterday',
      LIENTHONG_NATS_URL: 'http://127.0.0.1',
      LIENTHONG_REDIS_URL: '',
      LIENTHONG_REQUESTS_PER_SECOND: 'many',
    };
    const faulty = problemsOf(() => lgspConfiguration(environment)).map(
      (line) => line.split(':')[0],
    );
    expect(faulty.sort()).toStrictEqual([
      'LIENTHONG_CLOCK',
      'LIENTHONG_HTTP_PORT',
      'LIENTHONG_NATS_URL',
      'LIENTHONG_REDIS_URL',
      'LIENTHONG_REQUESTS_PER_SECOND',
      'LIENTHONG_TENANT',
    ]);
  });

  it('refuses a setting that nobody knows', () => {
    expect(
      problemsOf(() => lgspConfiguration({ ...LGSP, LIENTHONG_REDIS_ULR: 'x' })),
    ).toStrictEqual(['LIENTHONG_REDIS_ULR: no such setting']);
  });

  it('takes the membership of the axis whole or not at all', () => {
    const axis = {
      LIENTHONG_AXIS_URL: 'http://127.0.0.1:8390',
      LIENTHONG_AXIS_SYSTEM_ID: '000.00.00.H39',
      LIENTHONG_AXIS_SECRET: 'hush',
    };
    expect(lgspConfiguration({ ...LGSP, ...axis }).axis).toStrictEqual({
      url: 'http://127.0.0.1:8390',
      systemId: '000.00.00.H39',
      secret: 'hush',
      pollMs: 1_000,
    });
    expect(
      problemsOf(() => lgspConfiguration({ ...LGSP, ...axis, LIENTHONG_AXIS_SECRET: '' })),
    ).toHaveLength(1);
  });

  it('lets an outside system do without servers', () => {
    const configuration = eofficeConfiguration({
      LIENTHONG_PLATFORM_URL: 'http://127.0.0.1:8380',
      LIENTHONG_KEYS_FILE: 'keys.json',
      LIENTHONG_PROVINCE_FILE: 'long-an.yaml',
      LIENTHONG_DATA_DIR: 'eoffice',
      LIENTHONG_CONTROL_PORT: '8381',
    });
    expect(configuration.seed).toBe('1');
  });

  it('finds the embedded platform without being told', () => {
    expect(cliConfiguration({})).toStrictEqual({ dataDir: '.lienthong' });
  });
});

describe('a tenant’s clock', () => {
  const cause = instant('2020-03-02T08:15:00+07:00');

  it('stands still in a scenario, where a reaction has the time of its cause', () => {
    const at = instant('2020-03-02T07:00:00+07:00');
    const clock = tenantClock({ kind: 'scenario', at });
    expect([clock.now(), clock.after(cause)]).toStrictEqual([at, cause]);
  });

  it('runs on a real tenant, where a reaction happens now', () => {
    const before = Date.now();
    expect(tenantClock({ kind: 'system' }).after(cause)).toBeGreaterThanOrEqual(before);
  });
});
