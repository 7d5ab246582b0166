import { z } from 'zod';
import { type Layout } from '../platform/layout.js';
import { Operator } from '../platform/operator.js';
import { type PlatformStatus } from '../platform/operator-answers.js';
import { readKey } from '../platform/key-ring.js';
import { type Addresses, type PlatformRecord, SERVICES } from '../platform/platform-file.js';
import { isRunning, pssBytes } from '../platform/process-identity.js';
import { requestJson } from '../platform/request.js';
import { isWell, natsAnswers, redisAnswers } from '../up/probes.js';

const SUPERVISOR = 'supervisor';

export interface ServiceStatus {
  readonly name: string;
  readonly pid: number | null;
  readonly healthy: boolean;
  /** Memory with shared pages by share; absent where the machine does not tell. */
  readonly pssBytes?: number;
  /** What the service has still to do. */
  readonly waiting: number;
  readonly restarts: number;
}

/** How a platform stands, as `status --json` prints it. */
export interface Snapshot {
  readonly healthy: boolean;
  readonly url: string;
  readonly services: readonly ServiceStatus[];
  readonly tenants: readonly string[];
  readonly lastSequence: number | null;
  readonly durability: 'always' | 'relaxed';
  readonly clock: string;
  readonly parked: number | null;
  /** Whether the platform reaches the national axis. */
  readonly axisReachable: boolean | null;
  /** What waits inside the platform, and for how long. */
  readonly processes: PlatformStatus['processes'];
  readonly addresses: Addresses;
}

/** Asks the machine and the services; a service that does not answer is not healthy, never an error. */
export const snapshotOf = async (layout: Layout, record: PlatformRecord): Promise<Snapshot> => {
  const operator = new Operator(record.addresses.platform, readKey(layout.operatorKey));
  const said = await operator.status().catch(() => undefined);
  const services = await Promise.all(
    servicesOf(record).map((name) => serviceStatus(name, record, said)),
  );
  return {
    healthy: said !== undefined && services.every(({ healthy }) => healthy),
    url: record.addresses.platform,
    services: [await supervisorStatus(record), ...services],
    tenants: [record.tenant],
    durability: record.durability,
    clock: record.clock,
    ...(said === undefined ? UNKNOWN : known(said)),
    addresses: record.addresses,
  };
};

/** The axis of another platform is no service of this one. */
const servicesOf = ({ addresses }: PlatformRecord): readonly ServiceName[] =>
  SERVICES.filter((name) => name !== 'national' || addresses.nationalControl !== undefined);

type Said = Pick<Snapshot, 'lastSequence' | 'parked' | 'axisReachable' | 'processes'>;

const UNKNOWN: Said = { lastSequence: null, parked: null, axisReachable: null, processes: [] };

const known = ({ lastSequence, parked, axis, processes }: PlatformStatus): Said => ({
  lastSequence,
  parked,
  axisReachable: axis.reachable,
  processes,
});

type ServiceName = (typeof SERVICES)[number];

const serviceStatus = async (
  name: ServiceName,
  record: PlatformRecord,
  said: PlatformStatus | undefined,
): Promise<ServiceStatus> => {
  const started = record.services.find((service) => service.name === name);
  const running = started !== undefined && isRunning(started) ? started.pid : undefined;
  const [healthy, waiting, memory] = await Promise.all([
    isHealthy(name, record.addresses, running),
    waitingAt(name, record.addresses, said),
    running === undefined ? undefined : pssBytes(running),
  ]);
  return {
    name,
    pid: running ?? null,
    healthy,
    ...(memory === undefined ? {} : { pssBytes: memory }),
    waiting,
    restarts: started?.restarts ?? 0,
  };
};

const supervisorStatus = async ({ supervisor }: PlatformRecord): Promise<ServiceStatus> => {
  const running = isRunning(supervisor);
  const memory = running ? await pssBytes(supervisor.pid) : undefined;
  return {
    name: SUPERVISOR,
    pid: running ? supervisor.pid : null,
    healthy: running,
    ...(memory === undefined ? {} : { pssBytes: memory }),
    waiting: 0,
    restarts: 0,
  };
};

const isHealthy = (
  name: ServiceName,
  addresses: Addresses,
  pid: number | undefined,
): Promise<boolean> => {
  switch (name) {
    case 'nats-server':
      return natsAnswers(addresses.nats);
    case 'redis':
      return redisAnswers(addresses.redis);
    case 'national':
      return isWell(addresses.national, pid);
    case 'lgsp':
      return isWell(addresses.platform, pid);
    case 'projection':
      return isWell(addresses.projection, pid);
    case 'eoffice':
      return isWell(addresses.eofficeControl, pid);
  }
};

const waitingAt = async (
  name: ServiceName,
  addresses: Addresses,
  said: PlatformStatus | undefined,
): Promise<number> => {
  if (name === 'national') return outstandingAt(addresses.nationalControl);
  if (name === 'eoffice') return outstandingAt(addresses.eofficeControl);
  if (said === undefined) return 0;
  if (name === 'lgsp') return said.processes.reduce((sum, { waiting }) => sum + waiting, 0);
  return name === 'projection' ? Math.max(0, said.lastSequence - said.readModels.position) : 0;
};

const controlState = z.looseObject({ outstanding: z.int() });

const outstandingAt = async (control: string | undefined): Promise<number> => {
  if (control === undefined) return 0;
  const state = await requestJson(controlState, new URL('/control/state', control)).catch(
    () => undefined,
  );
  return state?.outstanding ?? 0;
};
