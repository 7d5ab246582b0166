import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Durability,
  type NatsAccounts,
  type NatsUser,
  findServers,
  natsConfiguration,
  natsInboxPrefix,
} from '@lienthong/platform';
import { firstWords } from './first-words.js';
import { ServerProcess, freePort, temporaryFolder } from './server-process.js';

export interface NatsServerOptions {
  /** Kept when the server stops; without it the data has a temporary folder. */
  readonly storeDir?: string;
  readonly port?: number;
  /** Lines for the end of the configuration file. */
  readonly config?: string;
  readonly durability?: Durability;
  /** The streams of the accounts LGSP and NATIONAL; without them the server asks nobody for a password. */
  readonly accounts?: NatsAccounts['streams'];
}

/** Connect options of the client library. */
export interface NatsLogin {
  readonly servers: string;
  readonly user: string;
  readonly pass: string;
  readonly inboxPrefix: string;
}

export interface NatsServerHandle {
  readonly url: string;
  readonly port: number;
  readonly monitorUrl: string;
  readonly storeDir: string;
  /** @throws {Error} when it is not running */
  readonly pid: number;
  login(user: NatsUser): NatsLogin;
  /** Ends it for good and removes its temporary folder. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, without the loss of the machine's memory; `restart` brings it back. */
  kill9(): Promise<void>;
  /** The same data, the same port. */
  restart(): Promise<void>;
}

/** A real nats-server on a free port of the loopback, ready to be used. */
export const startNats = async (options: NatsServerOptions = {}): Promise<NatsServerHandle> => {
  const { nats } = await findServers();
  const folder = await temporaryFolder();
  const storeDir = options.storeDir ?? join(folder, 'data');
  const port = options.port ?? (await freePort());
  const monitorPort = await freePort();
  const { accounts, config = '', durability = 'always' } = options;
  const file = join(folder, 'nats.conf');
  const settings = { serverName: `test-${String(port)}`, port, monitorPort, storeDir, durability };
  await writeFile(file, natsConfiguration({ ...settings, ...withPasswords(accounts) }) + config);
  const server = new ServerProcess({
    path: nats.path,
    args: ['--config', file],
    env: nats.env,
    isReady: async () => (await firstWords(port))?.startsWith('INFO ') ?? false,
    temporaryFolder: folder,
  });
  await server.start();
  const url = `nats://127.0.0.1:${String(port)}`;
  return {
    url,
    port,
    monitorUrl: `http://127.0.0.1:${String(monitorPort)}`,
    storeDir,
    get pid() {
      return server.pid;
    },
    login: (user) => ({
      servers: url,
      user,
      pass: passwordOf(user),
      inboxPrefix: natsInboxPrefix(user),
    }),
    stop: () => server.stop(),
    kill9: () => server.kill9(),
    restart: () => server.restart(),
  };
};

const withPasswords = (streams: NatsAccounts['streams'] | undefined) =>
  streams === undefined ? {} : { accounts: { streams, passwords: PASSWORDS } };

const passwordOf = (user: NatsUser): string => `password-of-${user}`;

const PASSWORDS: NatsAccounts['passwords'] = {
  lgsp: passwordOf('lgsp'),
  projection: passwordOf('projection'),
  national: passwordOf('national'),
  sys: passwordOf('sys'),
};
