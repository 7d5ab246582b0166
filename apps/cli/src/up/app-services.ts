import { sha256 } from '@lienthong/kernel';
import { rateText } from '@lienthong/platform';
import { join } from 'node:path';
import { type Keys } from '../platform/key-ring.js';
import { shipped } from '../platform/repository.js';
import { isWell } from './probes.js';
import { type Service } from './service.js';
import { AXIS_TENANT, type AppName, type Settings, loopback, tenantOf } from './settings.js';

/** Scenario time makes nobody wait, so the connector looks often. */
const AXIS_POLL_MS = 500;

/**
 * Left alone V8 takes whatever a large machine has. The mocks are small rather than fast: 80 MiB less in each, for a fifth
 * more processor time of a whole morning.
 */
export const MEMORY_FLAGS: Readonly<Record<AppName, readonly string[]>> = {
  national: ['--optimize-for-size'],
  // Several of the largest documents at once still have room. Under load most of what is young is on its way for a tenth of a
  // second: with 8 MiB for it a quarter of the processor time went into collecting.
  lgsp: ['--max-semi-space-size=32', '--max-old-space-size=1024'],
  // It has the most to do for each event; collecting garbage for size alone doubles its processor time.
  projection: ['--max-semi-space-size=4', '--max-old-space-size=512'],
  eoffice: ['--optimize-for-size'],
};

/** Of the C library, which would give each thread its own, with room for what it once needed. */
const ARENAS = { MALLOC_ARENA_MAX: '2' };

/** Secrets that the services are started with; each gets its own and no other. */
export interface Secrets {
  readonly operatorKey: string;
  readonly natsPasswords: Keys;
  readonly axisSecrets: Keys;
}

export const nationalService = (settings: Settings, secrets: Secrets): Service => {
  const { layout, ports } = settings;
  return appService('national', settings, loopback(ports.national), {
    ...tenantEnvironment('national', AXIS_TENANT, settings, secrets),
    LIENTHONG_HTTP_PORT: String(ports.national),
    LIENTHONG_CONTROL_PORT: String(ports.nationalControl),
    LIENTHONG_CREATE_LOG: String(settings.firstStart),
    LIENTHONG_KEYS_FILE: layout.axisSecrets,
    LIENTHONG_MEMBERS_FILE: shipped.members(),
    LIENTHONG_SEED: settings.seed,
    LIENTHONG_DATA_DIR: layout.national,
  });
};

export const lgspService = (settings: Settings, secrets: Secrets): Service => {
  const { ports, province, axis } = settings;
  return appService('lgsp', settings, loopback(ports.platform), {
    ...tenantEnvironment('lgsp', tenantOf(province), settings, secrets),
    LIENTHONG_REDIS_URL: settings.redisUrl,
    LIENTHONG_HTTP_PORT: String(ports.platform),
    LIENTHONG_CREATE_LOG: String(settings.firstStart),
    LIENTHONG_OPERATOR_KEY_DIGEST: sha256(secrets.operatorKey),
    LIENTHONG_TRUST_FILE: settings.layout.trustedAuthorities,
    LIENTHONG_REQUESTS_PER_SECOND: rateText(settings.requestsPerSecond),
    LIENTHONG_AXIS_URL: axis?.url ?? loopback(ports.national),
    LIENTHONG_AXIS_SYSTEM_ID: province.code,
    LIENTHONG_AXIS_SECRET: axis?.secret ?? secrets.axisSecrets[province.code] ?? '',
    LIENTHONG_AXIS_POLL_MS: String(AXIS_POLL_MS),
  });
};

export const projectionService = (settings: Settings, secrets: Secrets): Service => {
  const { ports, province } = settings;
  return appService('projection', settings, loopback(ports.projection), {
    ...tenantEnvironment('projection', tenantOf(province), settings, secrets),
    LIENTHONG_REDIS_URL: settings.redisUrl,
    LIENTHONG_HTTP_PORT: String(ports.projection),
  });
};

/** Of the platform it knows the address and its keys: a system outside, like any vendor's. */
export const eofficeService = (settings: Settings): Service => {
  const { layout, ports } = settings;
  return appService('eoffice', settings, loopback(ports.eofficeControl), {
    LIENTHONG_PLATFORM_URL: loopback(ports.platform),
    LIENTHONG_KEYS_FILE: layout.eofficeKeys,
    LIENTHONG_CREDENTIALS_FILE: layout.eofficeCredentials,
    LIENTHONG_PROVINCE_FILE: settings.provinceFile,
    LIENTHONG_SEED: settings.seed,
    LIENTHONG_DATA_DIR: layout.eoffice,
    LIENTHONG_CONTROL_PORT: String(ports.eofficeControl),
  });
};

const appService = (
  name: AppName,
  { layout, mains }: Settings,
  url: string,
  environment: Service['environment'],
): Service => ({
  name,
  command: process.execPath,
  args: [...MEMORY_FLAGS[name], mains[name] ?? shipped.program(name)],
  environment: { ...environment, ...ARENAS },
  logFile: join(layout.logs, `${name}.log`),
  isReady: (pid) => isWell(url, pid),
});

const tenantEnvironment = (
  user: 'national' | 'lgsp' | 'projection',
  tenant: string,
  settings: Settings,
  { natsPasswords }: Secrets,
): Service['environment'] => ({
  LIENTHONG_TENANT: tenant,
  LIENTHONG_INSTANCE: user,
  LIENTHONG_NATS_URL: settings.natsUrl,
  LIENTHONG_NATS_USER: user,
  LIENTHONG_NATS_PASSWORD: natsPasswords[user] ?? '',
  LIENTHONG_CLOCK: settings.clock,
  LIENTHONG_DURABILITY: settings.durability,
});
