import { join } from 'node:path';

/** Where the embedded platform keeps what it owns. Everything lies under one folder; deleting it forgets all. */
export const layoutOf = (dataDir: string) => ({
  root: dataDir,
  /** Who runs, on which addresses. */
  platformFile: join(dataDir, 'supervisor.json'),
  lockFile: join(dataDir, 'supervisor.lock'),
  /** Left by the first start that came to its end: a log that is missing later is a loss. */
  installedMark: join(dataDir, 'installed'),
  logs: join(dataDir, 'logs'),
  nats: join(dataDir, 'nats'),
  natsConfiguration: join(dataDir, 'nats.conf'),
  redis: join(dataDir, 'redis'),
  redisConfiguration: join(dataDir, 'redis.conf'),
  national: join(dataDir, 'national'),
  eoffice: join(dataDir, 'eoffice'),
  keys: join(dataDir, 'keys'),
  operatorKey: join(dataDir, 'keys', 'operator'),
  natsPasswords: join(dataDir, 'keys', 'nats.json'),
  axisSecrets: join(dataDir, 'keys', 'national.json'),
  eofficeKeys: join(dataDir, 'keys', 'eoffice.json'),
  /** Certificates and private keys of the agencies that the mocks work for. */
  eofficeCredentials: join(dataDir, 'keys', 'eoffice-credentials.json'),
  /** Whose certificates the platform believes, PEM. */
  trustedAuthorities: join(dataDir, 'trusted-authorities.pem'),
  /** Keys that `connect` handed out. */
  connectedKeys: join(dataDir, 'keys', 'connected.json'),
});

export type Layout = ReturnType<typeof layoutOf>;
