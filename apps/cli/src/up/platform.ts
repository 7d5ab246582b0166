import { NATS_USERS, findServer } from '@lienthong/platform';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readAuthorities } from '../platform/authority-file.js';
import { ensureKey, ensureKeys, requireKeys } from '../platform/key-ring.js';
import { layoutOf } from '../platform/layout.js';
import { Operator } from '../platform/operator.js';
import { type Addresses } from '../platform/platform-file.js';
import { readMembers, readProvince } from '../platform/topology.js';
import { shipped } from '../platform/repository.js';
import {
  type Secrets,
  eofficeService,
  lgspService,
  nationalService,
  projectionService,
} from './app-services.js';
import { certify } from './certify.js';
import { endLeftovers } from './leftovers.js';
import { type Lock, takeLock } from './lock.js';
import { PortClaims } from './port-claims.js';
import { choosePorts } from './ports.js';
import { type Platform } from './running-platform.js';
import { seedDirectory } from './seed.js';
import { natsService, redisService } from './server-services.js';
import {
  DEFAULT_CLOCK,
  type PlatformOptions,
  type Settings,
  UNHURRIED,
  loopback,
  withoutCredentials,
} from './settings.js';
import { Supervisor } from './supervisor.js';

/**
 * Starts servers, apps and mocks and tells the platform its directory; resolves when all of it is well.
 *
 * @throws {CliFailure} when the folder belongs to another supervisor, or a part does not become ready; what had
 * been started is stopped again
 */
export const startPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const { onProgress = () => undefined } = options;
  const layout = layoutOf(options.dataDir);
  for (const folder of [layout.keys, layout.logs, layout.national, layout.eoffice])
    mkdirSync(folder, { recursive: true });
  const claims = new PortClaims();
  const lock = takeLock(layout);
  const held: Lock = {
    holder: lock.holder,
    release: () => {
      claims.release();
      lock.release();
    },
  };
  try {
    for (const name of await endLeftovers(layout))
      onProgress(`${name}: kết thúc · ended (left over)`);
    const settings = await settingsOf(options, claims);
    const secrets = secretsOf(settings, options);
    certify(settings);
    const operator = new Operator(loopback(settings.ports.platform), secrets.operatorKey);
    const supervisor = new Supervisor(settings, addressesOf(settings), held, options);
    try {
      await startAll(supervisor, { settings, secrets, operator }, options);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
    return supervisor.platform(operator);
  } catch (error) {
    held.release();
    throw error;
  }
};

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly operator: Operator;
}

const startAll = async (
  supervisor: Supervisor,
  { settings, secrets, operator }: Parts,
  options: PlatformOptions,
): Promise<void> => {
  await supervisor.answerAt(settings.ports.supervisor);
  await supervisor.start([
    ...(options.natsUrl === undefined
      ? [natsService(settings, await findServer('nats'), secrets.natsPasswords)]
      : []),
    ...(options.redisUrl === undefined ? [redisService(settings, await findServer('redis'))] : []),
  ]);
  await supervisor.start([
    ...(settings.axis === undefined ? [nationalService(settings, secrets)] : []),
    lgspService(settings, secrets),
  ]);
  const projection = supervisor.start([projectionService(settings, secrets)]);
  await seedDirectory(operator, settings.province, settings.layout.eofficeKeys);
  await Promise.all([projection, supervisor.start([eofficeService(settings)])]);
  // The directories of the platform and of the axis have to know each other before anybody writes to anybody.
  await operator.settle();
  writeFileSync(settings.layout.installedMark, '');
  supervisor.healthy();
};

const settingsOf = async (options: PlatformOptions, claims: PortClaims): Promise<Settings> => {
  const layout = layoutOf(options.dataDir);
  const provinceFile = options.provinceFile ?? shipped.province();
  const wish = { choice: options.ports ?? 'usual', platform: options.httpPort };
  const ports = await choosePorts(wish, claims);
  return {
    layout,
    ports,
    natsUrl: options.natsUrl ?? `nats://127.0.0.1:${String(ports.nats)}`,
    redisUrl: options.redisUrl ?? `redis://127.0.0.1:${String(ports.redis)}`,
    clock: options.clock ?? DEFAULT_CLOCK,
    durability: options.durability ?? 'always',
    seed: options.seed ?? '1',
    requestsPerSecond: options.requestsPerSecond ?? UNHURRIED,
    firstStart: !existsSync(layout.installedMark),
    province: await readProvince(provinceFile),
    provinceFile,
    axis: options.axis,
    members: await readMembers(shipped.members()),
    authorities: await readAuthorities(shipped.authority()),
    mains: options.mains ?? {},
  };
};

const secretsOf = (
  { layout, province, members, axis }: Settings,
  { natsUrl, natsPasswordsFile }: PlatformOptions,
): Secrets => ({
  operatorKey: ensureKey(layout.operatorKey),
  natsPasswords:
    natsUrl === undefined || natsPasswordsFile === undefined
      ? ensureKeys(layout.natsPasswords, NATS_USERS)
      : requireKeys(natsPasswordsFile, ['lgsp', 'projection', 'national']),
  axisSecrets:
    axis === undefined
      ? ensureKeys(layout.axisSecrets, [province.code, ...members.systems.map(({ id }) => id)])
      : {},
});

const addressesOf = ({ ports, natsUrl, redisUrl, axis }: Settings): Addresses => ({
  platform: loopback(ports.platform),
  projection: loopback(ports.projection),
  supervisor: loopback(ports.supervisor),
  national: axis?.url ?? loopback(ports.national),
  ...(axis === undefined ? { nationalControl: loopback(ports.nationalControl) } : {}),
  eofficeControl: loopback(ports.eofficeControl),
  nats: withoutCredentials(natsUrl),
  redis: withoutCredentials(redisUrl),
});
