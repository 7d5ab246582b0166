import { streamOf, tenantSubjects } from '@lienthong/contracts';
import { type JetStreamManager, jetstreamManager, type StoredMsg } from '@nats-io/jetstream';
import { type NatsConnection } from '@nats-io/transport-node';
import { StoreUnavailable } from '../event-store.errors.js';
import { objectsStream, objectsSubjects } from '../keeping/buckets.js';
import {
  connectTo,
  type EventStoreOptions,
  inboxPrefixOf,
  openEventStore,
} from '../open-event-store.js';
import { AckInbox } from '../wire/ack-inbox.js';
import { BATCH_LIMIT, LogWriter } from '../wire/log-writer.js';
import { CopiedBatch } from './copied-batch.js';

/** How far a log and its objects had come: the last sequences of their streams. */
export interface LogMark {
  readonly events: number;
  readonly objects: number;
}

export interface BenchCopyOptions {
  /** Whose log and objects are written again. */
  readonly store: EventStoreOptions;
  /** What came after this. */
  readonly from: LogMark;
  /** The tenant whose log and objects take it. */
  readonly into: string;
  readonly seconds: number;
}

const ACK_WITHIN_MS = 10_000;
/** Events that are read, and then written again and again. */
const SAMPLE = 20_000;

/** @throws {StoreUnavailable} when no server answers */
export const markLog = (options: EventStoreOptions): Promise<LogMark> =>
  connected(options, async (connection) =>
    endOf(await jetstreamManager(connection), options.tenant),
  );

/**
 * What the server alone takes of what was written since a mark, in events a second: the same headers and data, and the
 * objects beside them, raw, in batches of up to 1,000 events.
 *
 * @throws {StoreUnavailable} when nothing was written, or a batch is not taken
 */
export const benchCopy = async (options: BenchCopyOptions): Promise<number> => {
  const { store, into, seconds } = options;
  await (await openEventStore({ ...store, tenant: into, create: true })).close();
  return connected(store, async (connection) => {
    const steps = await stepsOf(await jetstreamManager(connection), options);
    const inbox = new AckInbox(connection, inboxPrefixOf(store), ACK_WITHIN_MS);
    const copy = new Copy(new LogWriter(connection, inbox), steps, renaming(store.tenant, into));
    const started = performance.now();
    const deadline = started + seconds * 1_000;
    let written = 0;
    try {
      while (performance.now() < deadline) written += await copy.writeNext();
    } finally {
      inbox.close();
    }
    return (written * 1_000) / (performance.now() - started);
  });
};

/** Events, and their share of the objects. */
interface Step {
  readonly events: CopiedBatch;
  readonly objects: CopiedBatch;
}

/** Goes through the steps again and again; each time the subjects are new ones. */
class Copy {
  private at = 0;
  private pass = 0;
  private readonly last = new Map<string, number>();

  constructor(
    private readonly writer: LogWriter,
    private readonly steps: readonly Step[],
    private readonly renamed: (subject: string) => string,
  ) {}

  /** Answers how many events it wrote. */
  async writeNext(): Promise<number> {
    const step = this.steps[this.at];
    if (step === undefined) throw new StoreUnavailable('there is nothing to copy');
    const { writer, last } = this;
    const suffix = `-${this.pass.toString(36)}`;
    const renamed = (subject: string): string => `${this.renamed(subject)}${suffix}`;
    const { events, objects } = step;
    await Promise.all([events.write(writer, renamed, last), objects.write(writer, renamed, last)]);
    this.advance();
    return events.size;
  }

  private advance(): void {
    this.at = (this.at + 1) % this.steps.length;
    if (this.at > 0) return;
    this.pass += 1;
    this.last.clear();
  }
}

const stepsOf = async (
  manager: JetStreamManager,
  { store: { tenant }, from }: BenchCopyOptions,
): Promise<readonly Step[]> => {
  const end = await endOf(manager, tenant);
  const count = Math.min(SAMPLE, end.events - from.events);
  const share = (end.objects - from.objects) / (end.events - from.events);
  const events = await messagesAfter(manager, streamOf(tenant), from.events, count);
  const objects = await messagesAfter(
    manager,
    objectsStream(tenant),
    from.objects,
    Math.round(count * share),
  );
  const objectsBefore = (event: number): number => Math.round((event * objects.length) / count);
  return Array.from({ length: Math.ceil(events.length / BATCH_LIMIT) }, (_, step) => {
    const [begin, end] = [step * BATCH_LIMIT, Math.min((step + 1) * BATCH_LIMIT, events.length)];
    return {
      events: new CopiedBatch(events.slice(begin, end)),
      objects: new CopiedBatch(objects.slice(objectsBefore(begin), objectsBefore(end))),
    };
  });
};

const messagesAfter = async (
  manager: JetStreamManager,
  stream: string,
  sequence: number,
  count: number,
): Promise<readonly StoredMsg[]> => {
  const messages: StoredMsg[] = [];
  while (messages.length < count) {
    const batch = Math.min(BATCH_LIMIT, count - messages.length);
    const seq = (messages.at(-1)?.seq ?? sequence) + 1;
    for await (const message of await manager.direct.getBatch(stream, { seq, batch }))
      messages.push(message);
  }
  return messages;
};

const endOf = async (manager: JetStreamManager, tenant: string): Promise<LogMark> => {
  const [events, objects] = await Promise.all(
    [streamOf(tenant), objectsStream(tenant)].map((stream) => manager.streams.info(stream)),
  );
  return { events: events?.state.last_seq ?? 0, objects: objects?.state.last_seq ?? 0 };
};

/** A subject of the one tenant as a subject of the other. */
const renaming = (tenant: string, into: string): ((subject: string) => string) => {
  const prefixes = (of: string): readonly string[] =>
    [tenantSubjects(of), objectsSubjects(of)].map((pattern) => pattern.slice(0, -1));
  const olds = prefixes(tenant);
  const news = prefixes(into);
  return (subject) => {
    const which = olds.findIndex((prefix) => subject.startsWith(prefix));
    return `${news[which] ?? ''}${subject.slice(olds[which]?.length)}`;
  };
};

const connected = async <T>(
  options: EventStoreOptions,
  use: (connection: NatsConnection) => Promise<T>,
): Promise<T> => {
  const connection = await connectTo(options);
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
};
