import { type AggregateType, type Category, type RecordedMessage } from '@lienthong/contracts';
import { type Instant } from '@lienthong/kernel';
import { type ObjectStore } from './object-store.js';

/** What the codecs of the contracts ask of commands and events. */
export interface Message {
  readonly type: string;
  readonly at: Instant;
}

/** An aggregate as it stands in the log; version and sequences are 0 when nothing is known of it. */
export interface Loaded<S> {
  readonly state: S;
  /** Number of its events. */
  readonly version: number;
  /** Where its first and its last event stand in the log. */
  readonly firstSequence: number;
  readonly lastSequence: number;
}

/** What a command led to; `events` is empty when it had been carried out before. */
export interface Handled<S, E> extends Loaded<S> {
  readonly events: readonly E[];
}

export interface Cause {
  /** Id of the event or request that led to the command. */
  readonly causationId?: string;
  readonly correlationId?: string;
}

export interface HandleOptions extends Cause {
  /** Nothing is known to have been written to the aggregate, so it is not looked for; the write itself finds out. */
  readonly isNew?: boolean;
}

export interface LoadOptions {
  /**
   * A version that the log is known to hold. The aggregate as it was then or later is enough: where this process wrote that
   * much itself, nobody is asked.
   */
  readonly seen?: number;
}

/** An event as it stands in the log, with its place in the chain of its aggregate. */
export interface StoredMessage extends RecordedMessage {
  /** Sequence of the aggregate's event before, as the event says; 0 where it says that it is the first. */
  readonly previous: number;
}

export interface ReadOptions {
  /** The first sequence that is wanted; 1 is the beginning. */
  readonly from: number;
  /** Without it, all categories. */
  readonly category?: Category;
  readonly signal: AbortSignal;
  /**
   * The last sequence that is wanted; without it, reading goes on until `signal`. Of one category, the log has to
   * hold it already.
   */
  readonly until?: number;
  /**
   * Called with up to 500 messages in the order of the log; the next call waits for this one.
   *
   * @param caughtUpTo everything up to this sequence has now been handed over
   */
  readonly onMessages: (batch: readonly StoredMessage[], caughtUpTo: number) => Promise<void>;
}

/** How far a reader of the log has come, by its name (letters, digits, `_` and `-`). */
export interface Checkpoints {
  /** 0 when nothing was saved. */
  load(name: string): Promise<number>;
  save(name: string, sequence: number): Promise<void>;
}

/** The right to write a tenant's log. It makes writing fast; what makes it safe is every event's expectation. */
export interface WriterLease {
  readonly held: boolean;
  /** The instance that was last seen to hold it. */
  readonly holder: string | undefined;
  /** Raised whenever the lease changes hands. */
  readonly epoch: number;
}

export interface StateRow {
  readonly version: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** The version of the fold that made `state`. */
  readonly reducer: number;
  readonly state?: unknown;
}

/** Aggregates as a read model keeps them; a row that is late, lost or of another reducer does no harm. */
export interface StateRows {
  load(category: Category, id: string): Promise<StateRow | undefined>;
}

export type Durability = 'always' | 'relaxed';

/** Writes whose acknowledgement never came, since the store was opened; the log itself was then asked for them. */
export interface UnknownOutcomes {
  /** It held them. */
  readonly found: number;
  /** It did not, and they were written or decided again. */
  readonly missing: number;
}

/** An event that this program cannot read. */
export interface UnreadableEvent {
  readonly subject: string;
  readonly sequence: number;
}

export interface StoreStatus {
  readonly connected: boolean;
  readonly durability: Durability;
  readonly lease: WriterLease;
  /** Commands that have not been answered. */
  readonly waiting: number;
  readonly unknownOutcomes: UnknownOutcomes;
  /** Those that were met; commands on their aggregates are refused. */
  readonly unreadable: readonly UnreadableEvent[];
  /** Set once the log was found to be damaged; nothing is written after that. */
  readonly damage: string | undefined;
}

/** The log of one tenant. */
export abstract class EventStore {
  /**
   * Decides the command on the aggregate's state and writes the events; durable when it resolves.
   *
   * Commands of one aggregate are decided in the order in which they came. With another writer in the way it
   * decides again; so `decide` may run more than once.
   *
   * @throws {Refusal} of the aggregate's rules
   * @throws {AggregateUnreadable} when one of its events cannot be read
   * @throws {WriterLeaseLost} when another instance writes and does not answer
   * @throws {StoreUnavailable} when it is not known whether the events were written; repeat the same command
   * @throws {LogDamaged} when the aggregate's chain has a hole
   */
  abstract handle<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    command: C,
    options?: HandleOptions,
  ): Promise<Handled<S, E>>;

  /**
   * The aggregate with everything that was written before the call, or up to what was `seen`.
   *
   * @throws {StoreUnavailable} when the server does not answer
   * @throws {AggregateUnreadable} when one of its events cannot be read
   * @throws {LogDamaged} when the aggregate's chain has a hole
   */
  abstract load<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    options?: LoadOptions,
  ): Promise<Loaded<S>>;

  /**
   * Hands the log over in order; resolves at `until` or when aborted, and outlives a server that goes and returns.
   *
   * @throws {LogDamaged} when a sequence is missing; reading one category does not notice
   * @throws whatever `onMessages` throws
   */
  abstract read(options: ReadOptions): Promise<void>;

  abstract lastSequence(): Promise<number>;

  /**
   * Whether the log has come as far. Nobody is asked about what it held when it was opened, and what this process wrote.
   *
   * @throws {StoreUnavailable} when the server has to be asked, and does not answer
   */
  abstract holds(sequence: number): Promise<boolean>;

  abstract readonly objects: ObjectStore;
  abstract readonly checkpoints: Checkpoints;
  abstract readonly lease: WriterLease;
  /** What an answered command means: `always`, it is on the disk. */
  abstract readonly durability: Durability;
  abstract status(): StoreStatus;

  /** Answers what waits, gives the lease back and disconnects. */
  abstract close(): Promise<void>;
}
