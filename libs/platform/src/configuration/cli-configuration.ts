import { type Environment, loadConfiguration } from './load-configuration.js';
import { type RateSetting } from './rate-setting.js';
import { settings } from './settings.js';

/** What the command line takes from its environment. */
export interface CliConfiguration {
  /** Servers that are there already; `up` starts its own where one is not given. */
  readonly natsUrl?: string;
  readonly redisUrl?: string;
  /** Of the NATS server that is there already. */
  readonly natsPasswordsFile?: string;
  /** That each system may send to the platform that `up` starts. */
  readonly requestsPerSecond?: RateSetting;
  /** Where the embedded platform keeps its data, unless a flag says otherwise. */
  readonly dataDir: string;
}

const DEFAULT_DATA_DIR = '.lienthong';

const section = settings
  .pick({
    LIENTHONG_NATS_URL: true,
    LIENTHONG_NATS_PASSWORDS_FILE: true,
    LIENTHONG_REDIS_URL: true,
    LIENTHONG_REQUESTS_PER_SECOND: true,
    LIENTHONG_DATA_DIR: true,
  })
  .partial();

/** @throws {InvalidConfiguration} */
export const cliConfiguration = (environment?: Environment): CliConfiguration => {
  const read = loadConfiguration(section, environment);
  const natsUrl = read.LIENTHONG_NATS_URL;
  const natsPasswordsFile = read.LIENTHONG_NATS_PASSWORDS_FILE;
  const redisUrl = read.LIENTHONG_REDIS_URL;
  const requestsPerSecond = read.LIENTHONG_REQUESTS_PER_SECOND;
  return {
    dataDir: read.LIENTHONG_DATA_DIR ?? DEFAULT_DATA_DIR,
    ...(natsUrl === undefined ? {} : { natsUrl }),
    ...(natsPasswordsFile === undefined ? {} : { natsPasswordsFile }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
  };
};
