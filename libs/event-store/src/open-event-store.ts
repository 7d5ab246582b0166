import { streamOf } from '@lienthong/contracts';
import { type Clock } from '@lienthong/kernel';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { type Durability, type EventStore, type StateRows } from './event-store.js';
import { StoreUnavailable } from './event-store.errors.js';
import { type Foundation, findLog, openFoundation } from './foundation.js';
import { JetStreamEventStore } from './jetstream-event-store.js';
import { keysBucket, objectsBucket, objectsStream } from './keeping/buckets.js';
import { KvCheckpoints } from './keeping/kv-checkpoints.js';
import { KvWriterLease } from './keeping/kv-writer-lease.js';
import { NO_LEASE } from './keeping/no-lease.js';
import { ObjectForm } from './keeping/object-form.js';
import { ObjectsByDigest } from './keeping/objects-by-digest.js';
import { LogReader } from './reading/log-reader.js';
import { answered } from './wire/answered.js';
import { AckInbox } from './wire/ack-inbox.js';
import { Link } from './wire/link.js';
import { LogLookup } from './wire/log-lookup.js';
import { LogWriter } from './wire/log-writer.js';
import { EventEncoder } from './writing/event-encoder.js';
import { GroupCommit } from './writing/group-commit.js';
import { UnreadableAggregates } from './writing/unreadable-aggregates.js';

const ACK_WITHIN_MS = 5_000;
const RECONNECT_MS = 100;

export interface EventStoreOptions {
  /** Addresses of nats-server, separated by commas. */
  readonly servers: string;
  readonly user?: string;
  readonly password?: string;
  readonly tenant: string;
  /** Name of this process, unique among those that run, and the same when it is started again. */
  readonly instance: string;
  readonly access: 'write' | 'read';
  /** Said on the first start of an installation only: a log that is missing is made. */
  readonly create: boolean;
  /** `relaxed` accepts a server that acknowledges what is not on its disk: for benchmarks. */
  readonly durability: Durability;
  readonly clock: Clock;
  readonly rows?: StateRows;
  /** A sequence that the log is known to have reached. */
  readonly sequenceFloor?: number;
  /** `ignored`: write without holding it, as two writers by mistake would. For tests of what then keeps order. */
  readonly lease?: 'kept' | 'ignored';
}

/**
 * Connects to the log of a tenant and checks that it is fit to be one.
 *
 * @throws {StoreUnavailable} when no server answers
 * @throws {ServerNotAsConfigured} with every setting that differs
 * @throws {StreamMissing} when the log is not there
 * @throws {LogDamaged} when the log is shorter than it was known to be
 */
export const openEventStore = async (options: EventStoreOptions): Promise<EventStore> => {
  const connection = await connectTo(options);
  try {
    return await opened(options, connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
};

const opened = async (
  options: EventStoreOptions,
  connection: NatsConnection,
): Promise<EventStore> => {
  const { tenant, instance, durability, clock } = options;
  const stream = streamOf(tenant);
  const manager = await jetstreamManager(connection);
  const { keys, lastSequence } = await foundationOf(options, connection);
  const link = new Link(connection);
  const inbox = new AckInbox(connection, inboxPrefixOf(options), ACK_WITHIN_MS);
  const giveUp = (): void => {
    inbox.giveUp('the connection was lost');
  };
  link.onDown(giveUp);
  const lookup = new LogLookup(manager, stream);
  const kept = new KvWriterLease({ bucket: keys, instance, logged: () => commit.lastSequence });
  const epoch = (): number | undefined => kept.term;
  const writer = new LogWriter(connection, inbox);
  const unreadable = new UnreadableAggregates();
  const commit = new GroupCommit({ link, writer, lookup, unreadable, epoch, lastSequence });
  const isLeased = options.access === 'write' && options.lease !== 'ignored';
  link.onBack(() => {
    giveUp();
    if (isLeased) void kept.attempt();
  });
  if (isLeased) await kept.start();
  const maxBytes = connection.info?.max_payload ?? 0;
  const encoder = new EventEncoder(`/lienthong/${tenant}`, clock, maxBytes);
  const last = async (): Promise<number> =>
    (await answered(manager.streams.info(stream))).state.last_seq;
  return new JetStreamEventStore({
    tenant,
    durability,
    connection,
    link,
    inbox,
    lastSequence: last,
    reader: new LogReader({ client: jetstream(connection), link, tenant, lastSequence: last }),
    writing: { tenant, rows: options.rows, commit, lookup, encoder, unreadable, epoch },
    objects: new ObjectsByDigest({
      manager,
      stream: objectsStream(tenant),
      form: new ObjectForm(objectsBucket(tenant)),
      writer,
      link,
    }),
    checkpoints: new KvCheckpoints(keys),
    lease: isLeased ? kept : NO_LEASE,
    kept: isLeased ? kept : undefined,
    mayWrite: () => options.access === 'write' && (!isLeased || kept.held),
  });
};

const foundationOf = async (
  options: EventStoreOptions,
  connection: NatsConnection,
): Promise<Foundation> => {
  const { tenant, create, durability, sequenceFloor = 0 } = options;
  const manager = await jetstreamManager(connection);
  const foundation = { connection, manager, tenant, create, durability, sequenceFloor };
  if (options.access === 'write') return openFoundation(foundation);
  return {
    keys: await new Kvm(connection).open(keysBucket(tenant)),
    lastSequence: await findLog(foundation),
  };
};

/** @throws {StoreUnavailable} when no server answers */
export const connectTo = async (options: EventStoreOptions): Promise<NatsConnection> => {
  const { servers, user, password, instance } = options;
  try {
    return await connect({
      servers: servers.split(','),
      name: `lienthong ${instance}`,
      inboxPrefix: inboxPrefixOf(options),
      maxReconnectAttempts: -1,
      reconnectTimeWait: RECONNECT_MS,
      reconnectJitter: RECONNECT_MS,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { pass: password }),
    });
  } catch (error) {
    throw new StoreUnavailable(`no server at ${servers}`, { cause: error });
  }
};

/** The server lets each user listen below its own prefix alone. */
export const inboxPrefixOf = ({ user }: EventStoreOptions): string =>
  user === undefined ? '_INBOX' : `_INBOX_${user}`;
