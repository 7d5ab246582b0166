import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SCRIPT = 'scripts/servers.mjs';

const server = z.object({
  path: z.string(),
  version: z.string(),
  env: z.record(z.string(), z.string()),
});

const servers = z.object({ nats: server, redis: server });

/** A server program and what its environment must have besides. */
export type FoundServer = z.infer<typeof server>;

export type FoundServers = z.infer<typeof servers>;

/** A server program is neither here nor to be had; what to install stands on stderr. */
export class ServersUnavailable extends Error {
  constructor() {
    super('nats-server or redis-server is not available');
    this.name = 'ServersUnavailable';
  }
}

/**
 * Finds the programs nats-server and redis-server, or fetches them; progress goes to stderr.
 *
 * @throws {ServersUnavailable}
 */
export const findServers = async (): Promise<FoundServers> => servers.parse(await search());

/**
 * Finds one of them, or fetches it; the other one need not be there.
 *
 * @throws {ServersUnavailable}
 */
export const findServer = async (name: keyof FoundServers): Promise<FoundServer> =>
  z.record(z.string(), server).parse(await search(name))[name] ?? unavailable();

const search = async (...names: readonly string[]): Promise<unknown> => {
  const words = [scriptPath(), ...names];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await text(child.stdout);
  return said === '' ? unavailable() : JSON.parse(said);
};

const unavailable = (): never => {
  throw new ServersUnavailable();
};

/** The same file from the sources and from the build, which lies one folder deeper. */
const scriptPath = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, SCRIPT))) {
    if (folder === dirname(folder)) throw new ServersUnavailable();
    folder = dirname(folder);
  }
  return join(folder, SCRIPT);
};
