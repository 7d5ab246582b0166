import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findServers, redisConfiguration } from '@lienthong/platform';
import { firstWords } from './first-words.js';
import { ServerProcess, freePort, temporaryFolder } from './server-process.js';

export interface RedisServerOptions {
  /** Kept when the server stops; without it the data has a temporary folder. */
  readonly storeDir?: string;
  readonly port?: number;
  /** Lines for the end of the configuration file. */
  readonly config?: string;
}

export interface RedisServerHandle {
  readonly url: string;
  readonly port: number;
  readonly storeDir: string;
  /** @throws {Error} when it is not running */
  readonly pid: number;
  /** Ends it for good and removes its temporary folder. */
  stop(): Promise<void>;
  /** Ends it without a last snapshot; `restart` brings back what the one before holds. */
  kill9(): Promise<void>;
  /** The same data, the same port. */
  restart(): Promise<void>;
}

/** A real redis-server on a free port of the loopback, ready to be used. */
export const startRedis = async (options: RedisServerOptions = {}): Promise<RedisServerHandle> => {
  const { redis } = await findServers();
  const folder = await temporaryFolder();
  const storeDir = options.storeDir ?? join(folder, 'data');
  const port = options.port ?? (await freePort());
  const file = join(folder, 'redis.conf');
  await mkdir(storeDir, { recursive: true });
  await writeFile(file, redisConfiguration({ port, storeDir }) + (options.config ?? ''));
  const server = new ServerProcess({
    path: redis.path,
    args: [file],
    env: redis.env,
    isReady: async () => (await firstWords(port, 'PING\r\n'))?.startsWith('+PONG') ?? false,
    temporaryFolder: folder,
  });
  await server.start();
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    port,
    storeDir,
    get pid() {
      return server.pid;
    },
    stop: () => server.stop(),
    kill9: () => server.kill9(),
    restart: () => server.restart(),
  };
};
