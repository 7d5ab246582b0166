import { setTimeout as pause } from 'node:timers/promises';
import { type Category, type Recorded } from '@lienthong/contracts';
import { type EventStore } from '@lienthong/event-store';
import { Logger } from '@nestjs/common';
import { type FollowerOptions } from './follows.js';
import { LogContext } from './log.context.js';
import { Progress } from './progress.js';
import { Unfinished } from './unfinished.js';

const RETRY_AFTER_MS = 500;

/** Rejects when the event has to be handed over again. */
export type Handler = (recorded: Recorded, context: LogContext) => Promise<void>;

/** How a follower stands, for the operator. */
export interface FollowerStatus {
  readonly name: string;
  /** Everything up to here has had its effect. */
  readonly checkpoint: number;
  /** What is known and has not had its effect. */
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  /** Why the last of those that wait has failed. */
  readonly lastError?: string;
}

/**
 * One that follows the log for its effects.
 *
 * Events of different aggregates do not wait for each other; the checkpoint stays behind the first that is not done.
 */
export class Follower {
  private readonly logger: Logger;
  private readonly progress: Progress;
  private readonly handlers = new Map<Category, Handler>();
  private readonly unfinished = new Unfinished();
  /** The end of what was begun for each aggregate, by its subject. */
  private readonly lanes = new Map<string, Promise<void>>();
  /** By sequence, why it has to be handed over again. */
  private readonly failures = new Map<number, string>();
  private readonly stopping = new AbortController();
  private from = 0;
  private seen = 0;
  private heldAtStart = 0;
  private room: () => void = () => undefined;

  constructor(
    private readonly options: FollowerOptions,
    store: EventStore,
  ) {
    this.logger = new Logger(options.name);
    this.progress = new Progress(store, options.name);
  }

  /** @throws {Error} when it handles this category already */
  add(category: Category, handler: Handler): void {
    const { name } = this.options;
    if (this.handlers.has(category)) throw new Error(`${name} handles ${category} twice`);
    this.handlers.set(category, handler);
  }

  /**
   * Answers the last sequence that it need not be told again.
   *
   * @param heldAtStart the last sequence of the log, before anything was handed over
   */
  async start(heldAtStart: number): Promise<number> {
    this.heldAtStart = heldAtStart;
    this.from = await this.progress.load();
    this.seen = this.from;
    return this.from;
  }

  /**
   * Begins with these events, in their order; resolves when there is room for more.
   *
   * @param caughtUpTo covers what was read and not passed on
   */
  async take(events: readonly Recorded[], caughtUpTo: number): Promise<void> {
    for (const recorded of events) {
      const handler = this.handlers.get(recorded.category);
      if (handler === undefined || recorded.message.sequence <= this.from) continue;
      await this.untilRoom();
      if (this.stopping.signal.aborted) return;
      this.begin(handler, recorded);
    }
    this.seen = Math.max(this.seen, caughtUpTo);
    this.advance();
  }

  status(): FollowerStatus {
    const lastError = [...this.failures.values()].at(-1);
    return {
      name: this.options.name,
      checkpoint: this.progress.position,
      waiting: this.unfinished.size,
      oldestWaitingSeconds: secondsSince(this.unfinished.oldest),
      ...(lastError === undefined ? {} : { lastError }),
    };
  }

  /**
   * Keeps the checkpoint; what is under way is handed over again after the next start.
   * So is more of it where the checkpoint cannot be kept, which is no failure.
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.room();
    try {
      await this.progress.flush();
    } catch (error) {
      this.logger.warn(`the checkpoint stays behind: ${reasonOf(error)}`);
    }
  }

  private async untilRoom(): Promise<void> {
    const { atOnce = Number.POSITIVE_INFINITY } = this.options;
    while (this.unfinished.size >= atOnce && !this.stopping.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.room = resolve;
      });
    }
  }

  private begin(handler: Handler, recorded: Recorded): void {
    const { subject, sequence } = recorded.message;
    this.unfinished.begin(sequence);
    const before = this.lanes.get(subject) ?? Promise.resolve();
    const lane = before
      .then(() => this.untilHandled(handler, recorded))
      .finally(() => {
        if (this.lanes.get(subject) === lane) this.lanes.delete(subject);
      });
    this.lanes.set(subject, lane);
  }

  /** Repeated until it is done: a reaction that is skipped would be lost for ever. */
  private async untilHandled(handler: Handler, recorded: Recorded): Promise<void> {
    const { sequence } = recorded.message;
    const { signal } = this.stopping;
    let mayBeRepeated = sequence <= this.heldAtStart;
    while (!signal.aborted) {
      try {
        await handler(recorded, new LogContext(mayBeRepeated));
        this.done(sequence);
        return;
      } catch (error) {
        this.note(sequence, error);
        await pause(RETRY_AFTER_MS, undefined, { ref: false });
      }
      mayBeRepeated = true;
    }
  }

  private done(sequence: number): void {
    if (this.stopping.signal.aborted) return;
    this.failures.delete(sequence);
    this.unfinished.end(sequence);
    this.advance();
    this.room();
  }

  private advance(): void {
    this.progress.advance(this.unfinished.endedUpTo(this.seen));
  }

  /** Told in the log when it is news: what is away fails again and again, for all that waits. */
  private note(sequence: number, error: unknown): void {
    if (this.stopping.signal.aborted) return;
    const message = reasonOf(error);
    const isNews = ![...this.failures.values()].includes(message);
    this.failures.set(sequence, message);
    if (isNews) this.logger.warn(`waits: ${message}`, error instanceof Error ? error.stack : '');
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const secondsSince = (since: number | undefined): number =>
  since === undefined ? 0 : Math.round((Date.now() - since) / 1000);
