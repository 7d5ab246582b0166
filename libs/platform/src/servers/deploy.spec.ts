import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { natsConfiguration } from './nats-configuration.js';
import { redisConfiguration } from './redis-configuration.js';

const read = (name: string): string => readFileSync(`deploy/${name}`, 'utf8');

const compose = z
  .strictObject({
    name: z.string(),
    services: z.record(
      z.string(),
      z.strictObject({
        image: z.string(),
        command: z.array(z.string()),
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()),
        volumes: z.array(z.string()),
        healthcheck: z.strictObject({ test: z.array(z.string()), interval: z.string() }),
        restart: z.literal('unless-stopped'),
      }),
    ),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read('compose.yaml')));

const services = Object.values(compose.services);

describe('the servers in containers', () => {
  it('run on the configuration of the embedded ones', () => {
    const nats = natsConfiguration({
      serverName: 'lienthong',
      host: '0.0.0.0',
      port: 4222,
      monitorPort: 8222,
      storeDir: '/data/jetstream',
      durability: 'always',
      accounts: {
        streams: { lgsp: 'LT_H39', national: 'LT_AXIS' },
        passwords: {
          lgsp: '$NATS_LGSP_PASSWORD',
          projection: '$NATS_PROJECTION_PASSWORD',
          national: '$NATS_NATIONAL_PASSWORD',
          sys: '$NATS_SYS_PASSWORD',
        },
      },
    });
    expect(read('nats/single-node.conf')).toBe(nats);
    const redis = redisConfiguration({ host: '0.0.0.0', port: 6379, storeDir: '/data' });
    expect(read('redis.conf')).toBe(redis);
  });

  it('are published on the loopback alone', () => {
    for (const port of services.flatMap(({ ports }) => ports))
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('mount files that exist and volumes that are declared', () => {
    const sources = services.flatMap(({ volumes }) =>
      volumes.map((mount) => mount.split(':')[0] ?? ''),
    );
    for (const source of sources) {
      if (source.startsWith('./')) expect(read(source)).not.toBe('');
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  it('take every password from the environment, and the example names each', () => {
    const wanted = services
      .flatMap(({ environment, command }) => [...Object.values(environment), ...command])
      .flatMap((text) => /^\$\{([A-Z_]+):\?\}$/.exec(text)?.[1] ?? []);
    const named = [...read('.env.example').matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
    expect([...new Set(wanted)].sort()).toEqual(named.sort());
  });
});

describe('the configuration of nats-server', () => {
  const settings = {
    serverName: 't',
    port: 1,
    monitorPort: 2,
    storeDir: '/d',
    durability: 'always',
  } as const;
  const passwords = { lgsp: 'a', projection: 'b', national: 'c', sys: 'd' };
  const streams = { lgsp: 'LT_H39', national: 'LT_AXIS' };

  it('refuses what could open a permission or a second setting', () => {
    const withAccounts =
      (accounts: { streams: typeof streams; passwords: typeof passwords }) => () =>
        natsConfiguration({ ...settings, accounts });
    expect(withAccounts({ streams, passwords })).not.toThrow();
    expect(withAccounts({ streams: { ...streams, lgsp: '>' }, passwords })).toThrow(RangeError);
    expect(withAccounts({ streams, passwords: { ...passwords, sys: 'a" }' } })).toThrow(RangeError);
    expect(withAccounts({ streams, passwords: { ...passwords, sys: '' } })).toThrow(RangeError);
  });
});
