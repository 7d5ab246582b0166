import {
  type Category,
  CATEGORIES,
  type Recorded,
  type RecordedMessage,
} from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { Injectable, Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { decodeAll } from './decoding.js';
import { Follower, type FollowerStatus, type Handler } from './follower.js';
import { followerIn, LOG } from './follows.js';
import { LogContext } from './log.context.js';
import { Poison } from './poison.js';

interface Memory {
  readonly category: Category;
  readonly handler: Handler;
}

type NestHandler = MessageHandler<Recorded, LogContext, unknown>;

type Tail = (events: readonly Recorded[]) => void;

/**
 * Nest's transport for event handlers on the log: one reader for the whole process, in the order of the log.
 *
 * A pattern is a category of the log. Handlers are declared with `@Follows`, which says what they are promised.
 * A message that cannot be decoded is parked before anybody is told what follows it; it stops nobody else.
 */
@Injectable()
export class LogStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = LOG;
  /** What a handler throws comes back to {@link Follower}, which tells of it. */
  override readonly propagatesEventHandlerErrors = true;
  protected override readonly logger = new Logger(LogStrategy.name);
  private readonly stopping = new AbortController();
  private readonly memories: Memory[] = [];
  private readonly followers = new Map<string, Follower>();
  private readonly tails = new Set<Tail>();
  private readonly waiting = new Set<{ sequence: number; resolve: () => void }>();
  private seen = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly poison: Poison,
  ) {
    super();
  }

  /** The sequence up to which every follower has been told. */
  get position(): number {
    return this.seen;
  }

  /** How each follower with a checkpoint stands. */
  followersStatus(): readonly FollowerStatus[] {
    return [...this.followers.values()].map((follower) => follower.status());
  }

  /** Unlike Nest's transports it does not chain handlers of one pattern: each follower goes at its own pace. */
  override addHandler(
    pattern: unknown,
    callback: NestHandler,
    _isEventHandler?: boolean,
    extras?: unknown,
  ): void {
    const category = categoryOf(pattern);
    const options = followerIn(extras);
    const handler = handlerOf(callback);
    if (options.kept === 'memory') {
      this.memories.push({ category, handler });
      return;
    }
    const known = this.followers.get(options.name);
    const follower = known ?? new Follower(options, this.store);
    this.followers.set(options.name, follower);
    follower.add(category, handler);
  }

  /** Calls back when what is kept in memory is known and everybody follows the log. */
  override listen(callback: (error?: unknown) => void): void {
    void this.begin().then(() => {
      callback();
    }, callback);
  }

  /** Nobody is told anything after it; what is under way is handed over again after the next start. */
  override async close(): Promise<void> {
    this.stopping.abort();
    const stopped = [...this.followers.values()].map((follower) => follower.stop());
    await Promise.all([this.reading?.catch(() => undefined), ...stopped]);
  }

  override on(): never {
    throw new Error('the log has no events of its own');
  }

  override unwrap(): never {
    throw new Error('the log is reached by the event store alone');
  }

  /**
   * Whether the log has come as far; 0 is its beginning. It is asked only for what this process has neither seen nor written.
   *
   * @throws {StoreUnavailable} when the log has to be asked, and does not answer
   */
  async holds(sequence: number): Promise<boolean> {
    return sequence <= this.seen || this.store.holds(sequence);
  }

  /** Resolves when this process has seen the message with this sequence. */
  async reached(sequence: number): Promise<void> {
    if (this.seen >= sequence) return;
    await new Promise<void>((resolve) => {
      this.waiting.add({ sequence, resolve });
    });
  }

  /** Shows what comes from now on. Returns how to end it. */
  tail(see: Tail): () => void {
    this.tails.add(see);
    return () => {
      this.tails.delete(see);
    };
  }

  private async begin(): Promise<void> {
    const held = await this.store.lastSequence();
    for (const memory of this.memories) await this.recall(memory, held);
    const followers = [...this.followers.values()];
    const from = await Promise.all(followers.map((follower) => follower.start(held)));
    this.seen = Math.min(held, ...from);
    this.reading = this.store.read({
      from: this.seen + 1,
      signal: this.stopping.signal,
      onMessages: (messages, caughtUpTo) => this.pass(messages, caughtUpTo),
    });
    this.reading.catch((error: unknown) => {
      this.logger.fatal(error);
      // The supervisor starts the process anew; going on without the log would accept and never route.
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    });
  }

  private async recall({ category, handler }: Memory, until: number): Promise<void> {
    await this.store.read({
      from: 1,
      category,
      until,
      signal: this.stopping.signal,
      onMessages: async (messages) => {
        for (const event of await this.decoded(messages)) {
          await handler(event, new LogContext(true));
        }
      },
    });
  }

  private async pass(messages: readonly RecordedMessage[], caughtUpTo: number): Promise<void> {
    const events = await this.decoded(messages);
    if (this.stopping.signal.aborted) return;
    await this.remember(events);
    for (const follower of this.followers.values()) await follower.take(events, caughtUpTo);
    for (const see of this.tails) see(events);
    this.seen = Math.max(this.seen, caughtUpTo);
    for (const waiter of this.waiting) {
      if (waiter.sequence > this.seen) continue;
      this.waiting.delete(waiter);
      waiter.resolve();
    }
  }

  private async remember(events: readonly Recorded[]): Promise<void> {
    for (const event of events) {
      for (const { category, handler } of this.memories) {
        if (event.category === category) await handler(event, new LogContext(true));
      }
    }
  }

  /** What cannot be decoded is parked when it resolves, unless everybody was stopped. */
  private async decoded(messages: readonly RecordedMessage[]): Promise<readonly Recorded[]> {
    const { events, undecodable } = decodeAll(messages);
    await this.poison.park(undecodable, this.stopping.signal);
    return events;
  }
}

const categoryOf = (pattern: unknown): Category => {
  const category = CATEGORIES.find((known) => known === pattern);
  if (category === undefined) throw new Error(`no category of the log: ${String(pattern)}`);
  return category;
};

/** Nest gives a failure back as a stream that fails. */
const handlerOf =
  (callback: NestHandler): Handler =>
  async (recorded, context) => {
    const result = await callback(recorded, context);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  };
