import { type KV } from '@nats-io/kv';
import { z } from 'zod';
import { type WriterLease } from '../event-store.js';
import { LEASE_KEY } from './buckets.js';

/** A holder that was not heard of for so long is gone. */
export const LEASE_MS = 5_000;
const RENEW_MS = 1_000;

const leaseRecord = z.object({
  /** Empty when it was given back. */
  holder: z.string(),
  epoch: z.number().int().nonnegative(),
  /** The last sequence that its holder knew of: the log cannot be shorter. */
  logged: z.number().int().nonnegative(),
});

export type LeaseRecord = z.infer<typeof leaseRecord>;

export interface LeaseOptions {
  readonly bucket: KV;
  readonly instance: string;
  readonly logged: () => number;
}

/**
 * A lease on the tenant's log, in a key.
 *
 * Clocks of two machines are never compared: the holder counts from before it asked for the renewal, the others
 * from when they last saw the key change. A new process of the same name takes it at once, because the one before
 * it is dead.
 */
export class KvWriterLease implements WriterLease {
  private record: LeaseRecord | undefined;
  private revision = 0;
  /** Since when the key has not changed, as far as was seen; by the monotonic clock. */
  private unchangedSince = Number.NEGATIVE_INFINITY;
  private heldUntil = Number.NEGATIVE_INFINITY;
  private isOurs = false;
  private hasAsked = false;
  private working: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: LeaseOptions) {}

  get held(): boolean {
    return this.isOurs && performance.now() < this.heldUntil;
  }

  get holder(): string | undefined {
    return this.record?.holder === '' ? undefined : this.record?.holder;
  }

  get epoch(): number {
    return this.record?.epoch ?? 0;
  }

  /** The epoch, while it is held. */
  get term(): number | undefined {
    return this.held ? this.epoch : undefined;
  }

  /** Whether another instance was heard of lately as its holder. */
  get isHeldElsewhere(): boolean {
    if (this.held || this.holder === undefined || this.holder === this.options.instance)
      return false;
    return performance.now() - this.unchangedSince < LEASE_MS;
  }

  /** Tries once, and from then on keeps it or waits for it. */
  async start(): Promise<void> {
    await this.attempt();
    this.timer = setInterval(() => {
      void this.attempt();
    }, RENEW_MS);
  }

  /** Renews it, or takes it when it is free. Failing is no error: the next attempt follows. */
  attempt(): Promise<void> {
    this.working = this.working.then(() => this.step()).catch(() => undefined);
    return this.working;
  }

  /** It is not renewed any more. */
  stop(): void {
    clearInterval(this.timer);
  }

  /** Gives it back, after {@link stop}. */
  async release(): Promise<void> {
    await this.working;
    if (!this.held) return;
    this.heldUntil = Number.NEGATIVE_INFINITY;
    await this.write('', this.epoch).catch(() => undefined);
  }

  private async step(): Promise<void> {
    const asked = performance.now();
    await this.look(asked);
    const { holder = '', epoch = 0 } = this.record ?? {};
    if (this.isOurs) await this.write(this.options.instance, epoch);
    else if (this.isFree(holder, asked)) await this.write(this.options.instance, epoch + 1);
    else return;
    this.isOurs = true;
    this.heldUntil = asked + LEASE_MS;
  }

  private isFree(holder: string, now: number): boolean {
    const isRestart = holder === this.options.instance && !this.hasAsked;
    this.hasAsked = true;
    return holder === '' || isRestart || now - this.unchangedSince >= LEASE_MS;
  }

  private async look(now: number): Promise<void> {
    const entry = await this.options.bucket.get(LEASE_KEY);
    if (entry === null || entry.revision === this.revision) return;
    const seen = leaseRecord.parse(entry.json());
    this.isOurs = this.isOurs && seen.holder === this.options.instance && seen.epoch === this.epoch;
    this.record = seen;
    this.revision = entry.revision;
    this.unchangedSince = now;
  }

  /** Refused by the server when the key has changed since it was looked at. */
  private async write(holder: string, epoch: number): Promise<void> {
    const record = { holder, epoch, logged: this.options.logged() };
    const text = JSON.stringify(record);
    const previousSeq = this.revision;
    this.revision = await this.options.bucket.put(LEASE_KEY, text, { previousSeq });
    this.record = record;
  }
}

/** The last sequence that any writer knew of. */
export const lastLogged = async (bucket: KV): Promise<number> => {
  const entry = await bucket.get(LEASE_KEY);
  return entry === null ? 0 : leaseRecord.parse(entry.json()).logged;
};
