import { type Recorded, toCloudEventJson } from '@lienthong/contracts';
import { type Json } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { EventStore } from '@lienthong/event-store';
import { CursorBeyondEnd } from '../http/http.errors.js';
import { decodeAll } from '../log/decoding.js';
import { LogStrategy } from '../log/log.strategy.js';

export interface TailFilter {
  /** A CloudEvents type, or the end of one such as `status-reported.v1`. */
  readonly type?: string;
  /** Internal id of an agency that the event names. */
  readonly agency?: string;
}

export interface TailEntry {
  readonly cursor: string;
  readonly event: Json;
}

/** What a reader that is slower than the log may leave unread before its connection is given up. */
const BACKLOG_MAX = 10_000;

/** Shows events from a point of the log on, without a gap between the past and the present. */
@Injectable()
export class TailService {
  constructor(
    private readonly store: EventStore,
    private readonly log: LogStrategy,
  ) {}

  /** @throws {CursorBeyondEnd} when the log has not come so far */
  async requirePlace(after: number): Promise<void> {
    if (!(await this.log.holds(after))) throw new CursorBeyondEnd();
  }

  /** @param after the last sequence that is not wanted; undefined for what comes from now on */
  async *events(
    after: number | undefined,
    filter: TailFilter,
    gone: AbortSignal,
  ): AsyncGenerator<TailEntry> {
    const queue = new Queue(gone);
    const leave = this.log.tail((events) => {
      queue.push(events);
    });
    try {
      let shown = after ?? this.log.position;
      for await (const event of this.past(shown, gone)) {
        shown = event.message.sequence;
        if (matches(event, filter)) yield entryOf(event);
      }
      for await (const event of queue) {
        if (event.message.sequence <= shown) continue;
        if (matches(event, filter)) yield entryOf(event);
      }
    } finally {
      leave();
    }
  }

  private async *past(after: number, gone: AbortSignal): AsyncGenerator<Recorded> {
    const until = this.log.position;
    if (after >= until) return;
    const queue = new Queue(gone);
    const reading = this.store
      .read({
        from: after + 1,
        until,
        signal: gone,
        onMessages: (messages) => queue.taken(decodeAll(messages).events),
      })
      .finally(() => {
        queue.end();
      });
    yield* queue;
    await reading;
  }
}

const entryOf = ({ message }: Recorded): TailEntry => ({
  cursor: String(message.sequence),
  event: toCloudEventJson(message),
});

const matches = ({ message, ...recorded }: Recorded, { type, agency }: TailFilter): boolean => {
  if (type !== undefined && !message.type.endsWith(type)) return false;
  if (agency === undefined) return true;
  if (message.aggregateId.split('.')[0] === agency) return true;
  return 'sender' in recorded.event && recorded.event.sender === agency;
};

/** Events between one who reads the log and one who shows it. */
class Queue implements AsyncIterable<Recorded> {
  private readonly events: Recorded[] = [];
  private ended = false;
  private wake: () => void = () => undefined;
  private emptied: () => void = () => undefined;

  constructor(gone: AbortSignal) {
    gone.addEventListener('abort', () => {
      this.end();
    });
    if (gone.aborted) this.end();
  }

  push(events: readonly Recorded[]): void {
    if (this.events.length > BACKLOG_MAX) this.end();
    if (this.ended) return;
    this.events.push(...events);
    this.wake();
  }

  /** Adds events and resolves when all have been shown. */
  async taken(events: readonly Recorded[]): Promise<void> {
    if (this.ended) return;
    const shown = new Promise<void>((resolve) => {
      this.emptied = resolve;
    });
    this.push(events);
    await shown;
  }

  end(): void {
    this.ended = true;
    this.wake();
    this.emptied();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Recorded> {
    for (;;) {
      const next = this.events.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      if (this.ended) return;
      this.emptied();
      if (this.events.length === 0) await this.more();
    }
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
