import { type RateSetting } from '@lienthong/platform';

/** What a system may still send. */
export interface Allowance {
  /** Requests that it may send at once after a pause. */
  readonly quota: number;
  /** How long that pause is, in seconds. */
  readonly windowSeconds: number;
  /** Requests that it may send at once now. */
  readonly remaining: number;
  /** Until `remaining` is the quota again. */
  readonly resetSeconds: number;
  /** When the request came too early: how long to wait before the next one. */
  readonly retryAfterSeconds?: number;
}

/** A pause of this length earns as many requests as may be sent at once. */
const WINDOW_SECONDS = 5;

/**
 * How much each system sends, by a bucket of its own that fills at its rate: what one takes is missing to nobody else.
 * Kept in memory, for each instance of the platform by itself.
 */
export class Rates {
  private readonly buckets = new Map<string, Bucket>();

  /** @param nowMs a clock that only rises */
  constructor(
    private readonly setting: RateSetting,
    private readonly nowMs: () => number,
  ) {}

  /** Takes one request of the system's, where it has one left. */
  take(system: string): Allowance {
    return this.bucketOf(system).take(this.nowMs());
  }

  /** Takes for what a request turned out to cost, if need be of what is yet to come. */
  charge(system: string, requests: number): void {
    this.bucketOf(system).charge(requests, this.nowMs());
  }

  private bucketOf(system: string): Bucket {
    const known = this.buckets.get(system);
    if (known !== undefined) return known;
    const rate = this.setting.of.get(system) ?? this.setting.perSecond;
    const bucket = new Bucket(rate, this.nowMs());
    this.buckets.set(system, bucket);
    return bucket;
  }
}

class Bucket {
  private readonly quota: number;
  private tokens: number;

  constructor(
    private readonly perSecond: number,
    private filledAtMs: number,
  ) {
    this.quota = Math.max(1, Math.floor(perSecond * WINDOW_SECONDS));
    this.tokens = this.quota;
  }

  take(nowMs: number): Allowance {
    this.fill(nowMs);
    if (this.tokens < 1) {
      return { ...this.allowance(), retryAfterSeconds: this.secondsUntil(1) };
    }
    this.tokens -= 1;
    return this.allowance();
  }

  charge(requests: number, nowMs: number): void {
    this.fill(nowMs);
    this.tokens -= requests;
  }

  private fill(nowMs: number): void {
    const earned = ((nowMs - this.filledAtMs) / 1_000) * this.perSecond;
    this.tokens = Math.min(this.quota, this.tokens + earned);
    this.filledAtMs = nowMs;
  }

  private allowance(): Allowance {
    return {
      quota: this.quota,
      windowSeconds: Math.ceil(this.quota / this.perSecond),
      remaining: Math.max(0, Math.floor(this.tokens)),
      resetSeconds: this.secondsUntil(this.quota),
    };
  }

  private secondsUntil(tokens: number): number {
    return Math.ceil((tokens - this.tokens) / this.perSecond);
  }
}
