import { decodeRecorded, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { EventStore } from '@lienthong/event-store';
import { Injectable, Logger } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';

/** Follows the log beside this process's other work. */
export interface Follower {
  /** The last sequence that need not be seen again. */
  start(): Promise<number>;
  /** In order, every message from there on; `caughtUpTo` covers what was read and not passed on. */
  see(events: readonly Recorded[], caughtUpTo: number): void | Promise<void>;
}

/**
 * The one reader of this process: it serves the directory, every process and every live tail, in the order of the log.
 *
 * A message that cannot be decoded is named in the log of the process and passed over; it stops nobody else.
 */
@Injectable()
export class LogFollower {
  private readonly logger = new Logger(LogFollower.name);
  private readonly stopping = new AbortController();
  private readonly followers: { follower: Follower; from: number }[] = [];
  private readonly waiting = new Set<{ sequence: number; resolve: () => void }>();
  private seen = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
  ) {}

  /** The sequence up to which every follower has been told. */
  get position(): number {
    return this.seen;
  }

  /** Knows the directory as it stands, then follows the log for everybody who was added. */
  async begin(followers: readonly Follower[]): Promise<void> {
    for (const category of ['agency', 'system'] as const) await this.learn(category);
    for (const follower of followers) {
      this.followers.push({ follower, from: await follower.start() });
    }
    const from = Math.min(
      ...this.followers.map((each) => each.from),
      await this.store.lastSequence(),
    );
    this.seen = from;
    this.reading = this.store.read({
      from: from + 1,
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

  /** Resolves when this process has seen the message with this sequence. */
  async reached(sequence: number): Promise<void> {
    if (this.seen >= sequence) return;
    await new Promise<void>((resolve) => {
      this.waiting.add({ sequence, resolve });
    });
  }

  /** Adds a follower that wants what comes from now on. Returns how to take it off. */
  tail(follower: Follower): () => void {
    const entry = { follower, from: this.seen };
    this.followers.push(entry);
    return () => {
      this.followers.splice(this.followers.indexOf(entry), 1);
    };
  }

  async end(): Promise<void> {
    this.stopping.abort();
    await this.reading;
  }

  private async learn(category: 'agency' | 'system'): Promise<void> {
    await this.store.read({
      from: 1,
      category,
      until: await this.store.lastSequence(),
      signal: this.stopping.signal,
      onMessages: (messages) => {
        for (const event of this.decoded(messages)) this.directory.apply(event);
        return Promise.resolve();
      },
    });
  }

  private async pass(messages: readonly RecordedMessage[], caughtUpTo: number): Promise<void> {
    const events = this.decoded(messages);
    for (const event of events) this.directory.apply(event);
    for (const { follower, from } of [...this.followers]) {
      await follower.see(
        events.filter(({ message }) => message.sequence > from),
        caughtUpTo,
      );
    }
    this.seen = Math.max(this.seen, caughtUpTo);
    for (const waiter of this.waiting) {
      if (waiter.sequence > this.seen) continue;
      this.waiting.delete(waiter);
      waiter.resolve();
    }
  }

  private decoded(messages: readonly RecordedMessage[]): readonly Recorded[] {
    return messages.flatMap((message) => {
      try {
        return [decodeRecorded(message)];
      } catch (error) {
        this.logger.error(
          { err: error, sequence: message.sequence },
          'a message cannot be decoded',
        );
        return [];
      }
    });
  }
}
