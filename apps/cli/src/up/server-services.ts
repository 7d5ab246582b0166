import { type FoundServer, natsConfiguration, redisConfiguration } from '@lienthong/platform';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Keys } from '../platform/key-ring.js';
import { natsAnswers, redisAnswers } from './probes.js';
import { type Service } from './service.js';
import { AXIS_TENANT, type Settings, tenantOf } from './settings.js';

/** Holds the embedded server at this size; measured to be enough for several million events. */
const NATS_MEMORY = '600MiB';
/** Percent of what is used that may be garbage; Go's own choice of 100 is for larger machines. */
const NATS_GARBAGE = '25';
const PRIVATE = 0o600;

export const natsService = (settings: Settings, nats: FoundServer, passwords: Keys): Service => {
  const { layout, ports, durability, natsUrl } = settings;
  mkdirSync(layout.nats, { recursive: true });
  const passwordOf = (user: string): string => passwords[user] ?? '';
  const text = natsConfiguration({
    serverName: 'lienthong',
    port: ports.nats,
    monitorPort: ports.natsMonitor,
    storeDir: layout.nats,
    durability,
    accounts: {
      streams: { lgsp: `LT_${tenantOf(settings.province)}`, national: `LT_${AXIS_TENANT}` },
      passwords: {
        lgsp: passwordOf('lgsp'),
        projection: passwordOf('projection'),
        national: passwordOf('national'),
        sys: passwordOf('sys'),
      },
    },
  });
  writeFileSync(layout.natsConfiguration, text, { mode: PRIVATE });
  return {
    name: 'nats-server',
    command: nats.path,
    args: ['--config', layout.natsConfiguration],
    environment: { ...nats.env, GOMEMLIMIT: NATS_MEMORY, GOGC: NATS_GARBAGE },
    logFile: join(layout.logs, 'nats-server.log'),
    isReady: () => natsAnswers(natsUrl),
  };
};

export const redisService = (settings: Settings, redis: FoundServer): Service => {
  const { layout, ports, redisUrl } = settings;
  mkdirSync(layout.redis, { recursive: true });
  const text = redisConfiguration({ port: ports.redis, storeDir: layout.redis });
  writeFileSync(layout.redisConfiguration, text);
  return {
    name: 'redis',
    command: redis.path,
    args: [layout.redisConfiguration],
    environment: redis.env,
    logFile: join(layout.logs, 'redis.log'),
    isReady: () => redisAnswers(redisUrl),
  };
};
