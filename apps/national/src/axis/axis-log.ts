import { type AggregateType, decodeRecorded, type RecordedMessage } from '@lienthong/contracts';
import { type EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { AxisRegister } from './register.js';

interface Waiter {
  readonly sequence: number;
  readonly resolve: () => void;
}

/** The log of the axis with what is folded from it; a write returns when the fold shows it. */
export class AxisLog {
  readonly register = new AxisRegister();
  private readonly ending = new AbortController();
  private readonly reading: Promise<void>;
  private waiters: Waiter[] = [];
  private position = 0;

  private constructor(private readonly store: EventStore) {
    this.reading = store.read({
      from: 1,
      signal: this.ending.signal,
      onMessages: (batch, caughtUpTo) => {
        this.fold(batch, caughtUpTo);
        return Promise.resolve();
      },
    });
  }

  /** @returns when everything that the log held at the call is folded */
  static async follow(store: EventStore): Promise<AxisLog> {
    const log = new AxisLog(store);
    await log.reached(await store.lastSequence());
    return log;
  }

  async record<S, C extends { type: string; at: Instant }, E extends { type: string; at: Instant }>(
    aggregate: AggregateType<S, C, E>,
    id: string,
    command: C,
  ): Promise<void> {
    const { lastSequence } = await this.store.handle(aggregate, id, command);
    await this.reached(lastSequence);
  }

  /** @returns the SHA-256 of `bytes`, when they are durable */
  keep(bytes: Uint8Array): Promise<string> {
    return this.store.objects.put(bytes);
  }

  /** @throws {Error} when the object is missing, which no accepted packet's is */
  async kept(digest: string): Promise<Uint8Array> {
    const bytes = await this.store.objects.get(digest);
    if (bytes === undefined) throw new Error(`object ${digest} is missing`);
    return bytes;
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.reading;
  }

  private reached(sequence: number): Promise<void> {
    if (this.position >= sequence) return Promise.resolve();
    const arrival = new Promise<void>((resolve) => this.waiters.push({ sequence, resolve }));
    // The reader ends early only by an error, which must reach those who wait.
    return Promise.race([arrival, this.reading]);
  }

  private fold(batch: readonly RecordedMessage[], caughtUpTo: number): void {
    for (const message of batch) {
      const recorded = decodeRecorded(message);
      if (recorded.category === 'packet')
        this.register.applyPacket(message.aggregateId, recorded.event);
      if (recorded.category === 'member')
        this.register.applyMember(message.aggregateId, recorded.event);
    }
    this.position = caughtUpTo;
    const arrived = this.waiters.filter(({ sequence }) => sequence <= caughtUpTo);
    this.waiters = this.waiters.filter(({ sequence }) => sequence > caughtUpTo);
    for (const { resolve } of arrived) resolve();
  }
}
