import { type ClockSetting } from './clock-setting.js';
import { type Environment, InvalidConfiguration, loadConfiguration } from './load-configuration.js';
import { type LogLevel } from './log-levels.js';
import { type RateSetting, rateSetting } from './rate-setting.js';
import { type Settings, settings } from './settings.js';

/** How a process reaches the log. */
export interface LogAccess {
  readonly servers: string;
  readonly user?: string;
  readonly password?: string;
}

/** A process that works on one tenant's log. */
export interface TenantConfiguration {
  readonly tenant: string;
  readonly instance: string;
  readonly nats: LogAccess;
  readonly durability: 'always' | 'relaxed';
  readonly clock: ClockSetting;
  readonly httpPort: number;
  readonly logLevel: LogLevel;
}

/** The platform's own membership of the national axis. */
export interface AxisMembership {
  readonly url: string;
  readonly systemId: string;
  readonly secret: string;
  readonly pollMs: number;
}

export interface LgspConfiguration extends TenantConfiguration {
  readonly redisUrl: string;
  readonly operatorKeyDigest: string;
  readonly createLog: boolean;
  /** PEM; absent: no signature is believed. */
  readonly trustFile?: string;
  readonly requestsPerSecond: RateSetting;
  /** Absent: the province is not connected to the axis. */
  readonly axis?: AxisMembership;
}

export interface ProjectionConfiguration extends TenantConfiguration {
  readonly redisUrl: string;
}

export interface NationalConfiguration extends TenantConfiguration {
  readonly controlPort: number;
  readonly createLog: boolean;
  /** `{systemId: secret}` of every system that may call the axis. */
  readonly keysFile: string;
  readonly membersFile: string;
  readonly seed: string;
  readonly dataDir: string;
}

export interface EofficeConfiguration {
  readonly platformUrl: string;
  /** `{systemId: key}` of the systems that the process plays. */
  readonly keysFile: string;
  /** What their agencies sign with; absent: nothing is signed. */
  readonly credentialsFile?: string;
  readonly provinceFile: string;
  readonly seed: string;
  readonly dataDir: string;
  readonly controlPort: number;
  readonly logLevel: LogLevel;
}

const TENANT = {
  LIENTHONG_TENANT: true,
  LIENTHONG_INSTANCE: true,
  LIENTHONG_NATS_URL: true,
  LIENTHONG_NATS_USER: true,
  LIENTHONG_NATS_PASSWORD: true,
  LIENTHONG_DURABILITY: true,
  LIENTHONG_CLOCK: true,
  LIENTHONG_HTTP_PORT: true,
  LIENTHONG_LOG_LEVEL: true,
} as const;

const AXIS = {
  LIENTHONG_AXIS_URL: true,
  LIENTHONG_AXIS_SYSTEM_ID: true,
  LIENTHONG_AXIS_SECRET: true,
  LIENTHONG_AXIS_POLL_MS: true,
} as const;

/** More than a busy office needs, and little enough that a loop gone wild is noticed by its own system alone. */
const USUAL_RATE = rateSetting('200');

/** @throws {InvalidConfiguration} */
export const lgspConfiguration = (environment?: Environment): LgspConfiguration => {
  const section = settings.pick({
    ...TENANT,
    ...AXIS,
    LIENTHONG_REDIS_URL: true,
    LIENTHONG_OPERATOR_KEY_DIGEST: true,
    LIENTHONG_CREATE_LOG: true,
    LIENTHONG_TRUST_FILE: true,
    LIENTHONG_REQUESTS_PER_SECOND: true,
  });
  const read = loadConfiguration(section, environment);
  const trustFile = read.LIENTHONG_TRUST_FILE;
  const axis = axisMembership(read);
  return {
    ...tenantPart(read),
    redisUrl: read.LIENTHONG_REDIS_URL,
    operatorKeyDigest: read.LIENTHONG_OPERATOR_KEY_DIGEST,
    createLog: read.LIENTHONG_CREATE_LOG,
    ...(trustFile === undefined ? {} : { trustFile }),
    requestsPerSecond: read.LIENTHONG_REQUESTS_PER_SECOND ?? USUAL_RATE,
    ...(axis === undefined ? {} : { axis }),
  };
};

/** @throws {InvalidConfiguration} */
export const projectionConfiguration = (environment?: Environment): ProjectionConfiguration => {
  const section = settings.pick({ ...TENANT, LIENTHONG_REDIS_URL: true });
  const read = loadConfiguration(section, environment);
  return { ...tenantPart(read), redisUrl: read.LIENTHONG_REDIS_URL };
};

/** @throws {InvalidConfiguration} */
export const nationalConfiguration = (environment?: Environment): NationalConfiguration => {
  const section = settings.pick({
    ...TENANT,
    LIENTHONG_CONTROL_PORT: true,
    LIENTHONG_CREATE_LOG: true,
    LIENTHONG_KEYS_FILE: true,
    LIENTHONG_MEMBERS_FILE: true,
    LIENTHONG_SEED: true,
    LIENTHONG_DATA_DIR: true,
  });
  const read = loadConfiguration(section, environment);
  return {
    ...tenantPart(read),
    controlPort: read.LIENTHONG_CONTROL_PORT,
    createLog: read.LIENTHONG_CREATE_LOG,
    keysFile: read.LIENTHONG_KEYS_FILE,
    membersFile: read.LIENTHONG_MEMBERS_FILE,
    seed: read.LIENTHONG_SEED,
    dataDir: read.LIENTHONG_DATA_DIR,
  };
};

/** @throws {InvalidConfiguration} */
export const eofficeConfiguration = (environment?: Environment): EofficeConfiguration => {
  const section = settings.pick({
    LIENTHONG_PLATFORM_URL: true,
    LIENTHONG_KEYS_FILE: true,
    LIENTHONG_CREDENTIALS_FILE: true,
    LIENTHONG_PROVINCE_FILE: true,
    LIENTHONG_SEED: true,
    LIENTHONG_DATA_DIR: true,
    LIENTHONG_CONTROL_PORT: true,
    LIENTHONG_LOG_LEVEL: true,
  });
  const read = loadConfiguration(section, environment);
  const credentialsFile = read.LIENTHONG_CREDENTIALS_FILE;
  return {
    platformUrl: read.LIENTHONG_PLATFORM_URL,
    keysFile: read.LIENTHONG_KEYS_FILE,
    ...(credentialsFile === undefined ? {} : { credentialsFile }),
    provinceFile: read.LIENTHONG_PROVINCE_FILE,
    seed: read.LIENTHONG_SEED,
    dataDir: read.LIENTHONG_DATA_DIR,
    controlPort: read.LIENTHONG_CONTROL_PORT,
    logLevel: read.LIENTHONG_LOG_LEVEL,
  };
};

type TenantSettings = Pick<Settings, keyof typeof TENANT>;
type AxisSettings = Pick<Settings, keyof typeof AXIS>;

const natsPart = (read: TenantSettings): LogAccess => {
  const user = read.LIENTHONG_NATS_USER;
  const password = read.LIENTHONG_NATS_PASSWORD;
  return {
    servers: read.LIENTHONG_NATS_URL,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
};

const tenantPart = (read: TenantSettings): TenantConfiguration => ({
  tenant: read.LIENTHONG_TENANT,
  instance: read.LIENTHONG_INSTANCE,
  nats: natsPart(read),
  durability: read.LIENTHONG_DURABILITY,
  clock: read.LIENTHONG_CLOCK,
  httpPort: read.LIENTHONG_HTTP_PORT,
  logLevel: read.LIENTHONG_LOG_LEVEL,
});

/** All of the membership or none of it. */
const axisMembership = (read: AxisSettings): AxisMembership | undefined => {
  const url = read.LIENTHONG_AXIS_URL;
  const systemId = read.LIENTHONG_AXIS_SYSTEM_ID;
  const secret = read.LIENTHONG_AXIS_SECRET;
  if (url !== undefined && systemId !== undefined && secret !== undefined)
    return { url, systemId, secret, pollMs: read.LIENTHONG_AXIS_POLL_MS };
  if (url === undefined && systemId === undefined && secret === undefined) return undefined;
  throw new InvalidConfiguration([
    'LIENTHONG_AXIS_URL, LIENTHONG_AXIS_SYSTEM_ID, LIENTHONG_AXIS_SECRET: give all three or none',
  ]);
};
