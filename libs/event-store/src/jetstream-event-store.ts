import { type AggregateType } from '@lienthong/contracts';
import { type NatsConnection } from '@nats-io/transport-node';
import { InTurn, Refusal } from '@lienthong/kernel';
import {
  type Cause,
  type Checkpoints,
  type Durability,
  EventStore,
  type Handled,
  type HandleOptions,
  type LoadOptions,
  type Loaded,
  type Message,
  type ReadOptions,
  type StoreStatus,
  type WriterLease,
} from './event-store.js';
import { isFinal, WriterLeaseLost } from './event-store.errors.js';
import { type KvWriterLease } from './keeping/kv-writer-lease.js';
import { type ObjectStore } from './object-store.js';
import { type LogReader } from './reading/log-reader.js';
import { type AckInbox } from './wire/ack-inbox.js';
import { type Link } from './wire/link.js';
import { Aggregates, type AggregatesContext } from './writing/aggregates.js';
import { answerForwarded, forwardCommand } from './writing/forwarding.js';
import { type GroupCommit } from './writing/group-commit.js';

/** How long a command waits for its answer. */
const PATIENCE_MS = 10_000;
const SWEEP_MS = 500;
const CLOSE_WITHIN_MS = 5_000;
const LEASE_PAUSE_MS = 50;
const FORWARD_WITHIN_MS = 2_000;

export interface StoreParts {
  readonly tenant: string;
  readonly durability: Durability;
  readonly connection: NatsConnection;
  readonly link: Link;
  readonly inbox: AckInbox;
  readonly lastSequence: () => Promise<number>;
  readonly reader: LogReader;
  readonly writing: AggregatesContext & { readonly commit: GroupCommit };
  readonly objects: ObjectStore;
  readonly checkpoints: Checkpoints;
  readonly lease: WriterLease;
  /** Absent where writing is not allowed, or not guarded. */
  readonly kept: KvWriterLease | undefined;
  readonly mayWrite: () => boolean;
}

/** {@link EventStore} on a stream of JetStream. Made by `openEventStore`. */
export class JetStreamEventStore extends EventStore {
  readonly objects: ObjectStore;
  readonly checkpoints: Checkpoints;
  readonly lease: WriterLease;
  readonly durability: Durability;
  /** One for each aggregate type, which tells the types of what it holds. */
  private readonly aggregates = new Map<object, Waiting>();
  private readonly sweeper: NodeJS.Timeout;
  /** The commands for others to carry out, by aggregate. */
  private readonly elsewhere = new InTurn(isFinal);
  private waitingElsewhere = 0;
  private isClosed = false;

  constructor(private readonly parts: StoreParts) {
    super();
    this.objects = parts.objects;
    this.checkpoints = parts.checkpoints;
    this.lease = parts.lease;
    this.durability = parts.durability;
    if (parts.kept !== undefined) answerForwarded(parts.connection, parts.tenant, this);
    this.sweeper = setInterval(() => {
      this.expire(Date.now() - PATIENCE_MS);
    }, SWEEP_MS);
  }

  override handle<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    command: C,
    options: HandleOptions = {},
  ): Promise<Handled<S, E>> {
    const key = `${aggregate.category}.${id}`;
    const aggregates = this.of(aggregate);
    const isOurs = this.parts.mayWrite() || aggregates.isOpen(id);
    if (isOurs && !this.elsewhere.isBusy(key)) return aggregates.handle(id, command, options);
    const request = { command, cause: options, deadline: Date.now() + PATIENCE_MS };
    return this.afterOthers(key, () => this.handleElsewhere(aggregate, id, request));
  }

  override async load<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    options: LoadOptions = {},
  ): Promise<Loaded<S>> {
    const entry = await this.of(aggregate).load(id, options);
    const { state, version, firstSequence, lastSequence } = entry;
    return { state, version, firstSequence, lastSequence };
  }

  override read(options: ReadOptions): Promise<void> {
    return this.parts.reader.read(options);
  }

  override lastSequence(): Promise<number> {
    return this.parts.lastSequence();
  }

  override async holds(sequence: number): Promise<boolean> {
    const known = this.parts.writing.commit.lastSequence;
    return sequence <= known || sequence <= (await this.lastSequence());
  }

  override status(): StoreStatus {
    const { link, durability, lease, writing } = this.parts;
    const { waiting } = this;
    return {
      connected: link.up,
      durability,
      lease,
      waiting,
      unknownOutcomes: writing.commit.unknownOutcomes,
      unreadable: writing.unreadable.events,
      damage: writing.commit.damage?.message,
    };
  }

  override async close(): Promise<void> {
    const { kept, writing, inbox, connection, link } = this.parts;
    const deadline = Date.now() + CLOSE_WITHIN_MS;
    while (this.waiting > 0 && link.up && Date.now() < deadline) await link.pause(LEASE_PAUSE_MS);
    clearInterval(this.sweeper);
    this.isClosed = true;
    writing.commit.close();
    inbox.close();
    kept?.stop();
    // Where nobody can be told, the lease runs out by itself.
    if (link.up) await kept?.release();
    await connection.close();
    this.expire(Number.POSITIVE_INFINITY);
  }

  private get waiting(): number {
    let sum = this.waitingElsewhere;
    for (const { waiting } of this.aggregates.values()) sum += waiting;
    return sum;
  }

  /** The turn ends when the command is in the hands of somebody who keeps the order himself. */
  private async afterOthers<T>(key: string, turn: () => Promise<InHand<T>>): Promise<T> {
    this.waitingElsewhere += 1;
    const taken = this.elsewhere.run(key, turn).finally(() => {
      this.waitingElsewhere -= 1;
    });
    return (await taken).handled;
  }

  /** The holder of the lease carries it out; between two holders the command waits. */
  private async handleElsewhere<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    request: { readonly command: C; readonly cause: Cause; readonly deadline: number },
  ): Promise<InHand<Handled<S, E>>> {
    const { link, kept, mayWrite, tenant } = this.parts;
    let problem: Error | undefined;
    while (kept !== undefined && !this.isClosed && Date.now() < request.deadline) {
      if (mayWrite())
        return { handled: this.of(aggregate).handle(id, request.command, request.cause) };
      const outcome = kept.isHeldElsewhere
        ? await this.forward(aggregate, id, request).catch(unlessRefused)
        : undefined;
      if (outcome instanceof Error) problem = outcome;
      else if (outcome !== undefined) return { handled: Promise.resolve(outcome) };
      await link.pause(LEASE_PAUSE_MS);
    }
    throw new WriterLeaseLost(tenant, { cause: problem });
  }

  /** Nothing when the aggregate moved on meanwhile, so that the command has to be decided once more. */
  private async forward<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    request: { readonly command: C; readonly cause: Cause },
  ): Promise<Handled<S, E> | undefined> {
    const { connection, tenant } = this.parts;
    const options = { connection, tenant, timeoutMs: FORWARD_WITHIN_MS };
    const events = await forwardCommand(options, aggregate, id, request);
    const loaded = await this.load(aggregate, id);
    if (events.length > 0) return { ...loaded, events };
    const decided = aggregate.decider.decide(request.command, loaded.state);
    return decided.length > 0 ? undefined : { ...loaded, events };
  }

  private expire(instant: number): void {
    for (const aggregates of this.aggregates.values()) aggregates.expire(instant);
  }

  private of<S, C extends Message, E extends Message>(
    aggregate: AggregateType<S, C, E>,
  ): Aggregates<S, C, E> {
    const known = this.aggregates.get(aggregate);
    if (known !== undefined) return known as Aggregates<S, C, E>;
    const created = new Aggregates(aggregate, this.parts.writing);
    this.aggregates.set(aggregate, created);
    return created;
  }
}

/** Somebody carries it out, in the order in which he got it. */
interface InHand<T> {
  readonly handled: Promise<T>;
}

type Waiting = Pick<Aggregates<never, never, never>, 'waiting' | 'expire'>;

/** @throws {Refusal} when it is one: that is an answer */
const unlessRefused = (error: unknown): Error => {
  if (error instanceof Refusal) throw error;
  return error instanceof Error ? error : new Error(String(error));
};
