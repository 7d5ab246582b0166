import { type JetStreamManager, JetStreamApiError } from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import { type NatsConnection } from '@nats-io/transport-node';
import {
  logConfiguration,
  objectsConfiguration,
  streamDifferences,
  syncDifferences,
  versionDifferences,
} from './configuration.js';
import { LogDamaged, ServerNotAsConfigured, StreamMissing } from './event-store.errors.js';
import { keysBucket, keysStream, objectsStream } from './keeping/buckets.js';
import { lastLogged } from './keeping/kv-writer-lease.js';

const STREAM_NOT_FOUND = 10_059;

export interface FoundationOptions {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  readonly tenant: string;
  readonly create: boolean;
  readonly durability: 'always' | 'relaxed';
  readonly sequenceFloor: number;
}

/** What a tenant has on the server. */
export interface Foundation {
  readonly keys: KV;
  readonly lastSequence: number;
}

/**
 * Finds the log and what belongs to it, and checks that it is what it was.
 *
 * @throws {ServerNotAsConfigured} with every setting that differs
 * @throws {StreamMissing} unless this is the first time and `create` was said
 * @throws {LogDamaged} when the log is shorter than it was known to be
 */
export const openFoundation = async (options: FoundationOptions): Promise<Foundation> => {
  const { connection, durability } = options;
  const serverDifferences = [
    ...versionDifferences(connection.info?.version ?? ''),
    ...(durability === 'always' ? await syncDifferences(connection) : []),
  ];
  if (serverDifferences.length > 0) throw new ServerNotAsConfigured(serverDifferences);
  const lastSequence = (await logLength(options)) ?? (await createLog(options));
  const keys = await openKeys(options, lastSequence);
  await checkObjects(options, lastSequence);
  const floor = Math.max(options.sequenceFloor, await lastLogged(keys));
  if (lastSequence < floor) {
    throw new LogDamaged(`it ends at ${String(lastSequence)} and had reached ${String(floor)}`);
  }
  return { keys, lastSequence };
};

/** The last sequence of a log that has to be there. */
export const findLog = async (options: FoundationOptions): Promise<number> => {
  const length = await logLength(options);
  if (length !== undefined) return length;
  throw new StreamMissing(logConfiguration(options.tenant).name, 'nothing can be read');
};

/** The last sequence of the log; nothing when there is no such stream. */
const logLength = async ({ manager, tenant }: FoundationOptions): Promise<number | undefined> =>
  (await checkedStream(manager, logConfiguration(tenant)))?.state.last_seq;

/** @throws {ServerNotAsConfigured} when the stream is there and differs */
const checkedStream = async (manager: JetStreamManager, wanted: WantedStream) => {
  const found = await streamInfo(manager, wanted.name);
  const differences = found && streamDifferences(wanted, { ...found.config });
  if (differences !== undefined && differences.length > 0) {
    throw new ServerNotAsConfigured(differences);
  }
  return found;
};

const addStream = async (manager: JetStreamManager, wanted: WantedStream): Promise<void> => {
  await manager.streams.add({ ...wanted, subjects: [...wanted.subjects] });
};

type WantedStream = ReturnType<typeof logConfiguration> | ReturnType<typeof objectsConfiguration>;

const createLog = async (options: FoundationOptions): Promise<number> => {
  const { manager, tenant, create, sequenceFloor } = options;
  const wanted = logConfiguration(tenant);
  if (!create) throw new StreamMissing(wanted.name, 'say `create` on the first start only');
  const traces = [keysStream(tenant), objectsStream(tenant)];
  for (const trace of traces) {
    if ((await streamInfo(manager, trace)) === undefined) continue;
    throw new StreamMissing(wanted.name, `${trace} shows that there was one; restore it`);
  }
  if (sequenceFloor > 0) {
    throw new StreamMissing(wanted.name, `it had reached ${String(sequenceFloor)}; restore it`);
  }
  await addStream(manager, wanted);
  const length = await logLength(options);
  if (length === undefined) throw new StreamMissing(wanted.name, 'it was created and is not there');
  return length;
};

const openKeys = async (options: FoundationOptions, lastSequence: number): Promise<KV> => {
  const { connection, manager, tenant } = options;
  const keyValues = new Kvm(connection);
  if ((await streamInfo(manager, keysStream(tenant))) !== undefined) {
    return keyValues.open(keysBucket(tenant));
  }
  requireFirstStart(options, keysStream(tenant), lastSequence);
  return keyValues.create(keysBucket(tenant), { history: 1, allow_direct: false });
};

const checkObjects = async (options: FoundationOptions, lastSequence: number): Promise<void> => {
  const { manager, tenant } = options;
  const wanted = objectsConfiguration(tenant);
  if ((await checkedStream(manager, wanted)) !== undefined) return;
  requireFirstStart(options, wanted.name, lastSequence);
  await addStream(manager, wanted);
  await checkedStream(manager, wanted);
};

/** The first start may have ended between the creation of the log and of what belongs to it. */
const requireFirstStart = (
  { create }: FoundationOptions,
  stream: string,
  lastSequence: number,
): void => {
  if (create && lastSequence === 0) return;
  throw new StreamMissing(stream, 'the log is there without it; restore it');
};

const streamInfo = async (manager: JetStreamManager, name: string) => {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === STREAM_NOT_FOUND) return undefined;
    throw error;
  }
};
