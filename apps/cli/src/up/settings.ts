import { type RateSetting, rateSetting } from '@lienthong/platform';
import { type AuthorityFile } from '../platform/authority-file.js';
import { type Layout } from '../platform/layout.js';
import { type Members, type Province } from '../platform/topology.js';
import { type PortChoice, type Ports } from './ports.js';

export type AppName = 'national' | 'lgsp' | 'projection' | 'eoffice';

export interface PlatformOptions {
  /** Absolute. */
  readonly dataDir: string;
  /** Default `usual`. A platform on `free` ones is a passing guest: it ends when this process is killed. */
  readonly ports?: PortChoice;
  /** The platform's HTTP port, where it is fixed. */
  readonly httpPort?: number;
  /** `system` or `scenario:<RFC 3339>`; default {@link DEFAULT_CLOCK}. */
  readonly clock?: string;
  /** `relaxed` is for benchmarks alone. */
  readonly durability?: 'always' | 'relaxed';
  readonly seed?: string;
  /** Another province than Long An. */
  readonly provinceFile?: string;
  /** An axis that runs already, of which the province is a member; without one `up` starts its own. */
  readonly axis?: AxisAccess;
  /** Servers that run already. */
  readonly natsUrl?: string;
  readonly redisUrl?: string;
  /** JSON, by user, of a NATS server that runs already; without it the users' passwords are in the data folder. */
  readonly natsPasswordsFile?: string;
  /** That each system may send; default {@link UNHURRIED}. */
  readonly requestsPerSecond?: RateSetting;
  /** Another program in an app's place, for tests. */
  readonly mains?: Readonly<Partial<Record<AppName, string>>>;
  /** Told of what a person who watches wants to know. */
  readonly onProgress?: (text: string) => void;
  /** Told when a child died and is started again. */
  readonly onDeath?: (name: string, how: string) => void;
}

/** Where an axis is, and what the province shows to be let in. */
export interface AxisAccess {
  readonly url: string;
  readonly secret: string;
}

/** Long An as it stood in the first half of 2020. */
export const DEFAULT_CLOCK = 'scenario:2020-03-02T07:00:00+07:00';

/** The few mock systems of a province play its day in seconds. */
export const UNHURRIED = rateSetting('20000');

/** Everything that is decided before the first process starts. */
export interface Settings {
  readonly layout: Layout;
  readonly ports: Ports;
  readonly natsUrl: string;
  readonly redisUrl: string;
  readonly clock: string;
  readonly durability: 'always' | 'relaxed';
  readonly seed: string;
  readonly requestsPerSecond: RateSetting;
  /** No start in this folder has come to its end yet. */
  readonly firstStart: boolean;
  readonly province: Province;
  readonly provinceFile: string;
  /** Nothing where the axis is this platform's own. */
  readonly axis: AxisAccess | undefined;
  readonly members: Members;
  readonly authorities: AuthorityFile;
  readonly mains: Readonly<Partial<Record<AppName, string>>>;
}

/** The tenant of the national side. */
export const AXIS_TENANT = 'AXIS';

/** `000.00.00.H39` → `H39`. */
export const tenantOf = ({ code }: Pick<Province, 'code'>): string =>
  code.split('.').at(-1) ?? code;

export const loopback = (port: number): string => `http://127.0.0.1:${String(port)}`;

/** Addresses are shown and written down; what opens a server is neither. */
export const withoutCredentials = (address: string): string => {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
};
