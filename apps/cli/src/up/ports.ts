import { once } from 'node:events';
import { createServer } from 'node:net';
import { CliFailure } from '../output/failure.js';
import { type PortClaims } from './port-claims.js';

const LOOPBACK = '127.0.0.1';

/** Where the embedded platform listens when nothing else does. */
const USUAL = {
  platform: 8380,
  eofficeControl: 8381,
  projection: 8382,
  supervisor: 8383,
  national: 8390,
  nationalControl: 8391,
  nats: 8422,
  natsMonitor: 8423,
  redis: 8479,
} as const;

export type PortName = keyof typeof USUAL;
export type Ports = Readonly<Record<PortName, number>>;

/** `usual`: the usual ones, another where one is taken. `free`: any, for a platform beside others. */
export type PortChoice = 'usual' | 'free';

/** Where the platform is to listen. */
export interface PortWish {
  readonly choice: PortChoice;
  /** The port of the platform's HTTP door, where it is fixed. */
  readonly platform?: number | undefined;
}

/**
 * A port for each listener, claimed: nobody listens there, and no other supervisor is about to.
 *
 * @throws {CliFailure} when the one that is fixed is taken
 */
export const choosePorts = async (
  { choice, platform }: PortWish,
  claims: Pick<PortClaims, 'take'>,
): Promise<Ports> => {
  const isOurs = async (port: number): Promise<boolean> =>
    (await isFree(port)) && claims.take(port);
  const next = async (usual: number): Promise<number> => {
    if (choice === 'usual' && (await isOurs(usual))) return usual;
    for (;;) {
      const port = await anyPort();
      if (claims.take(port)) return port;
    }
  };
  if (platform !== undefined && !(await isOurs(platform))) throw portTaken(platform);
  return {
    platform: platform ?? (await next(USUAL.platform)),
    eofficeControl: await next(USUAL.eofficeControl),
    projection: await next(USUAL.projection),
    supervisor: await next(USUAL.supervisor),
    national: await next(USUAL.national),
    nationalControl: await next(USUAL.nationalControl),
    nats: await next(USUAL.nats),
    natsMonitor: await next(USUAL.natsMonitor),
    redis: await next(USUAL.redis),
  };
};

const portTaken = (port: number): CliFailure =>
  new CliFailure('conflict', {
    vi: `Cổng ${String(port)} đang được dùng; chọn cổng khác bằng --port.`,
    en: `Port ${String(port)} is taken; choose another with --port.`,
  });

export const isFree = async (port: number): Promise<boolean> =>
  (await listened(port)) !== undefined;

const anyPort = async (): Promise<number> => {
  const port = await listened(0);
  if (port === undefined) throw new Error('the machine has no free port');
  return port;
};

const listened = async (port: number): Promise<number | undefined> => {
  const server = createServer();
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? undefined : address.port;
};
