export interface FoundServer {
  readonly path: string;
  readonly version: string;
  /** What its environment must have besides: the folders of its shared libraries. */
  readonly env: Readonly<Record<string, string>>;
}

/** A server is neither here nor to be had; the message says what to install. */
export class ServersUnavailable extends Error {
  readonly exitCode: 9;
}

/**
 * The servers to run on: those that LIENTHONG_NATS_SERVER and LIENTHONG_REDIS_SERVER name, else those on the PATH,
 * else those of the project's cache, else fetched from the machine's package sources. Safe when two run at once.
 *
 * @throws {ServersUnavailable}
 */
export function ensureServers<Name extends 'nats' | 'redis' = 'nats' | 'redis'>(
  names?: readonly Name[],
): Promise<Readonly<Record<Name, FoundServer>>>;
