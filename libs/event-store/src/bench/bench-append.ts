import { subjectOf } from '@lienthong/contracts';
import { nuid } from '@nats-io/transport-node';
import { type Durability, type EventStore } from '../event-store.js';
import { StoreUnavailable } from '../event-store.errors.js';
import {
  type EventStoreOptions,
  connectTo,
  inboxPrefixOf,
  openEventStore,
} from '../open-event-store.js';
import { AckInbox } from '../wire/ack-inbox.js';
import { BATCH_LIMIT, type Draft, LogWriter } from '../wire/log-writer.js';
import { EventEncoder } from '../writing/event-encoder.js';
import { SINGLES } from '../writing/group-commit.js';
import { noteAggregate } from './note.js';

export interface BenchAppendOptions {
  readonly store: EventStoreOptions;
  /** Commands that wait for their answer at any time, each for a new aggregate. */
  readonly writers: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Of the event's data. */
  readonly payloadBytes: number;
}

export interface BenchAppendResult {
  /** Events a second through `handle`. */
  readonly value: number;
  /** Events a second of the same bytes, written as they come: no mailbox, no decision. */
  readonly ceiling: number;
  /** How many raw writes were under way at a time when the ceiling was reached; others gave less. */
  readonly ceilingInFlight: number;
  readonly ratio: number;
  /** From a command to its answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly durability: Durability;
}

const ACK_WITHIN_MS = 10_000;
const MAX_BYTES = 1_000_000;

/** The log writes one batch at a time; what the server makes of more is measured, not believed. */
const BATCHES_IN_FLIGHT = [1, 2, 3] as const;

/** What the log takes on this machine, and what the server alone would take. It fills the log: give it its own. */
export const benchAppend = async (options: BenchAppendOptions): Promise<BenchAppendResult> => {
  const store = await openEventStore(options.store);
  try {
    await measureHandle(store, { ...options, seconds: Math.min(1, options.seconds) });
    const { value, latencies } = await measureHandle(store, options);
    const { ceiling, ceilingInFlight } = await measureCeiling(options);
    latencies.sort();
    const percentile = (part: number): number =>
      latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? 0;
    const { durability } = store;
    const [p50Ms, p99Ms] = [percentile(0.5), percentile(0.99)];
    const ratio = value / ceiling;
    return { value, ceiling, ceilingInFlight, ratio, p50Ms, p99Ms, durability };
  } finally {
    await store.close();
  }
};

const measureHandle = async (store: EventStore, options: BenchAppendOptions) => {
  const { writers, seconds, payloadBytes } = options;
  const { clock } = options.store;
  const text = new Uint8Array(payloadBytes).fill(0x61);
  const run = nuid.next();
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  const latencies: number[] = [];
  let count = 0;
  const write = async (): Promise<void> => {
    for (let now = performance.now(); now < deadline;) {
      const id = `${run}-${String(++count)}`;
      await store.handle(noteAggregate, id, { type: 'Write', at: clock.now(), text });
      const answered = performance.now();
      latencies.push(answered - now);
      now = answered;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  const value = (latencies.length * 1_000) / (performance.now() - started);
  return { value, latencies: Float64Array.from(latencies) };
};

/** The best of several ways to keep the server busy. Few writers append singly, as many at a time as they are. */
const measureCeiling = async (
  options: BenchAppendOptions,
): Promise<Pick<BenchAppendResult, 'ceiling' | 'ceilingInFlight'>> => {
  const { writers } = options;
  const isSingle = writers < SINGLES;
  const size = isSingle ? 1 : Math.min(writers, BATCH_LIMIT);
  let best = { ceiling: 0, ceilingInFlight: 0 };
  for (const ceilingInFlight of isSingle ? [writers] : BATCHES_IN_FLIGHT) {
    const ceiling = await measureRaw(options, size, ceilingInFlight);
    if (ceiling > best.ceiling) best = { ceiling, ceilingInFlight };
  }
  return best;
};

const measureRaw = async (
  options: BenchAppendOptions,
  size: number,
  inFlight: number,
): Promise<number> => {
  const { seconds } = options;
  const connection = await connectTo(options.store);
  const inbox = new AckInbox(connection, inboxPrefixOf(options.store), ACK_WITHIN_MS);
  const writer = new LogWriter(connection, inbox);
  const draft = draftOf(options);
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  let written = 0;
  const write = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const ack = await writer.write(Array.from({ length: size }, draft));
      if (ack.kind !== 'stored') throw new StoreUnavailable(ack.reason);
      written += size;
    }
  };
  try {
    await Promise.all(Array.from({ length: inFlight }, write));
    return (written * 1_000) / (performance.now() - started);
  } finally {
    inbox.close();
    await connection.close();
  }
};

/** Encoded once; only the subject changes. */
const draftOf = ({ store, payloadBytes }: BenchAppendOptions): (() => Draft) => {
  const run = nuid.next();
  const subject = (at: number) => subjectOf(store.tenant, 'parked', `${run}-${String(at)}`);
  const encoder = new EventEncoder(`/lienthong/${store.tenant}`, store.clock, MAX_BYTES);
  const text = new Uint8Array(payloadBytes).fill(0x61);
  const place = { subject: subject(0), version: 1, previous: 0 };
  const event = encoder.encode(
    noteAggregate.events,
    { type: 'Written', at: store.clock.now(), text },
    place,
    {},
  );
  let count = 0;
  return () => ({ subject: subject(++count), expected: 0, events: [event] });
};
