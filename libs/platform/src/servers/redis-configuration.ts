export interface RedisSettings {
  /** The interfaces to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  readonly port: number;
  readonly storeDir: string;
}

/**
 * The configuration file of a redis-server (7 or later) as the platform needs it.
 *
 * Snapshots and no append-only file: effect and checkpoint of a read model lie in the same snapshot, and the log
 * refills what came after it. Nothing is evicted, because a missing key would be read as a fact.
 */
export const redisConfiguration = (settings: RedisSettings): string =>
  [
    `bind ${settings.host ?? '127.0.0.1'}`,
    `port ${String(settings.port)}`,
    `dir ${JSON.stringify(settings.storeDir)}`,
    'dbfilename dump.rdb',
    'save 300 1 60 10000',
    'appendonly no',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');
