import { findServers, natsConfiguration } from '@lienthong/platform';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from '../up/child.js';
import { PortClaims } from '../up/port-claims.js';
import { choosePorts } from '../up/ports.js';
import { natsAnswers } from '../up/probes.js';
import { benchFolder } from './bench-folder.js';

const READY_WITHIN_MS = 30_000;

export interface TemporaryNats {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server of its own, with nothing in it, that leaves nothing behind. */
export const startTemporaryNats = async (
  durability: 'always' | 'relaxed',
): Promise<TemporaryNats> => {
  const { nats } = await findServers();
  const folder = await mkdtemp(benchFolder());
  const claims = new PortClaims();
  const ports = await choosePorts({ choice: 'free' }, claims);
  const url = `nats://127.0.0.1:${String(ports.nats)}`;
  const file = join(folder, 'nats.conf');
  const configuration = natsConfiguration({
    serverName: 'bench',
    port: ports.nats,
    monitorPort: ports.natsMonitor,
    storeDir: join(folder, 'store'),
    durability,
  });
  await writeFile(file, configuration);
  const server = new Child(
    {
      name: 'nats-server',
      command: nats.path,
      args: ['--config', file],
      environment: nats.env,
      logFile: join(folder, 'nats-server.log'),
      isReady: () => natsAnswers(url),
    },
    { onSpawn: () => undefined, onDeath: () => undefined },
  );
  const abandon = (): void => {
    if (server.identity !== undefined) process.kill(server.identity.pid, 'SIGKILL');
  };
  process.once('exit', abandon);
  server.start();
  await server.untilReady(READY_WITHIN_MS);
  return {
    url,
    stop: async () => {
      await server.stop();
      process.removeListener('exit', abandon);
      claims.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
