import { setImmediate as afterOthers } from 'node:timers/promises';
import { categorySubjects, streamOf } from '@lienthong/contracts';
import {
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JsMsg,
} from '@nats-io/jetstream';
import { type ReadOptions, type StoredMessage } from '../event-store.js';
import { LogDamaged } from '../event-store.errors.js';
import { type Link } from '../wire/link.js';
import { toRecorded } from './to-recorded.js';

const BATCH = 500;
const CONSUME = { max_messages: 2 * BATCH, expires: 10_000, idle_heartbeat: 2_500 } as const;
const PAUSE_MS = 200;

export interface LogReaderOptions {
  readonly client: JetStreamClient;
  readonly link: Link;
  readonly tenant: string;
  readonly lastSequence: () => Promise<number>;
}

/** Reads the log in order, whatever happens to the server. */
export class LogReader {
  constructor(private readonly options: LogReaderOptions) {}

  async read(options: ReadOptions): Promise<void> {
    const position = new Position(options, this.options.tenant);
    while (!position.isAtEnd()) {
      try {
        await this.follow(position, options.signal);
      } catch (error) {
        if (error instanceof LogDamaged) throw error;
        if (error instanceof HandlerFailed) throw error.cause;
      }
      if (!position.isAtEnd()) await this.options.link.pause(PAUSE_MS);
    }
  }

  /** Until the end, or the connection's: a server that returns may have lost what was read before. */
  private async follow(position: Position, signal: AbortSignal): Promise<void> {
    const { client, link, tenant, lastSequence } = this.options;
    if (!(await link.connectedUnless(signal))) return;
    const last = await lastSequence();
    position.checkAgainst(last);
    const consumer = await client.consumers.get(streamOf(tenant), {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: position.next,
      ...(position.filter === undefined ? {} : { filter_subjects: position.filter }),
    });
    const messages = await consumer.consume(CONSUME);
    const stop = (): void => {
      messages.stop();
    };
    signal.addEventListener('abort', stop);
    link.onDown(stop);
    try {
      // Even when there is nothing to wait for: the client calls an iteration closed only once it was iterated.
      if (signal.aborted) stop();
      if ((await consumer.info(true)).num_pending === 0) await position.reach(last);
      if (position.isAtEnd()) stop();
      await this.deliver(messages, position, last);
    } finally {
      signal.removeEventListener('abort', stop);
      link.offDown(stop);
      await messages.close();
    }
  }

  /** @param last where the log ended before its messages were asked for */
  private async deliver(
    messages: ConsumerMessages,
    position: Position,
    last: number,
  ): Promise<void> {
    const arrivals = messages[Symbol.asyncIterator]();
    try {
      await this.take(arrivals, position, last);
    } finally {
      // One that is not iterated to its end, by whatever ends it, is never closed.
      messages.stop();
      await arrivals.return?.();
    }
  }

  private async take(
    arrivals: AsyncIterator<JsMsg, unknown>,
    position: Position,
    last: number,
  ): Promise<void> {
    for (;;) {
      const arrival = arrivals.next();
      if (position.hasTaken && !(await isAtHand(arrival))) await position.handOver();
      const next = await arrival;
      if (next.done === true) return;
      const { value: message } = next;
      if (position.isPast(message.seq)) return position.reach(message.seq);
      position.take(message);
      if (position.isFull || position.isAtEnd()) await position.handOver();
      if (message.info.pending === 0) await position.reach(last);
      if (position.isAtEnd()) return;
    }
  }
}

/**
 * Whether it comes before anything else can happen. How much waits in the client its count does not tell, and a
 * message that was the server's last as it left seldom is while the log grows.
 */
const isAtHand = (arrival: Promise<unknown>): Promise<boolean> => {
  const here = arrival.then(
    () => true,
    () => true,
  );
  return Promise.race([here, afterOthers(false)]);
};

/** How far a reading has come, and what it has yet to hand over. */
class Position {
  private batch: StoredMessage[] = [];
  private taken: number;
  private handedOver: number;
  private readonly until: number;
  /** Subjects of what is wanted; the server passes over all others. */
  readonly filter: string | undefined;

  constructor(
    private readonly options: ReadOptions,
    tenant: string,
  ) {
    this.taken = Math.max(1, options.from) - 1;
    this.handedOver = this.taken;
    const { category, until = Number.POSITIVE_INFINITY } = options;
    this.until = until;
    this.filter = category && categorySubjects(tenant, category);
  }

  /** The first sequence that was not handed over. */
  get next(): number {
    this.batch = [];
    this.taken = this.handedOver;
    return this.handedOver + 1;
  }

  /** Whether there is something to hand over. */
  get hasTaken(): boolean {
    return this.batch.length > 0;
  }

  get isFull(): boolean {
    return this.batch.length >= BATCH;
  }

  isAtEnd(): boolean {
    return this.options.signal.aborted || this.taken >= this.until;
  }

  isPast(sequence: number): boolean {
    return sequence > this.until;
  }

  checkAgainst(lastSequence: number): void {
    if (lastSequence >= this.handedOver) return;
    throw new LogDamaged(
      `it ends at ${String(lastSequence)}, and ${String(this.handedOver)} had been read`,
    );
  }

  take(message: JsMsg): void {
    const { seq } = message;
    const follows = this.filter === undefined ? seq === this.taken + 1 : seq > this.taken;
    if (!follows) throw new LogDamaged(`${String(seq)} follows ${String(this.taken)}`);
    this.taken = seq;
    this.batch.push(toRecorded(message));
  }

  /** Of those that are wanted none stands between what was taken and `sequence`. */
  async reach(sequence: number): Promise<void> {
    if (this.filter === undefined || sequence <= this.taken) return;
    this.taken = Math.min(sequence, this.until);
    await this.handOver();
  }

  async handOver(): Promise<void> {
    const { batch, taken } = this;
    this.batch = [];
    try {
      await this.options.onMessages(batch, taken);
    } catch (error) {
      throw new HandlerFailed(error);
    }
    this.handedOver = taken;
  }
}

class HandlerFailed extends Error {
  constructor(cause: unknown) {
    super('the reader failed', { cause });
    this.name = 'HandlerFailed';
  }
}
