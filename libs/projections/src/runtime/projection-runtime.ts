import { setTimeout } from 'node:timers/promises';
import { type RecordedMessage } from '@lienthong/contracts';
import { type Redis } from 'ioredis';
import { type Projection } from '../model/projection.js';
import { writerConnection } from '../redis.js';
import { Build, type LogReader } from './build.js';
import { type Checkpoint } from './checkpoint.js';
import { reasonOf } from './decoded.js';
import { ReadModelLost, TakenOver } from './errors.js';
import { type Commit } from './lane-writer.js';
import { attendRebuilds } from './rebuild-desk.js';
import { fencedApply, type RedisApply } from './redis-apply.js';

const VERIFY_EVERY_MS = 1_000;
const RETRY_AFTER_MS = 500;
/** What comes within this time after a batch makes one batch: each costs Redis a call for every projection. */
const GATHER_MS = 10;

const DEFAULTS = { apply: fencedApply, onCommit: (): void => undefined };

export interface RuntimeOptions {
  readonly tenant: string;
  readonly redisUrl: string;
  readonly log: LogReader;
  readonly projections: readonly Projection[];
  /** How a batch gets into Redis: fenced and in one piece, unless a test wants it broken. */
  readonly apply?: RedisApply;
  /** Told after each batch of each projection. */
  readonly onCommit?: (commit: Commit) => void;
}

export interface RuntimeStatus {
  /** The sequence that every projection has reached. */
  readonly position: number;
  /** Whether Redis answers, the read models are claimed and the log is followed. */
  readonly following: boolean;
  /** Why the last attempt ended, until the next one succeeds. */
  readonly lastError?: string;
}

/** Follows the log and keeps the read models of one tenant. */
export class ProjectionRuntime {
  private readonly redis: Redis;
  private known: ReadonlyMap<string, Checkpoint> = new Map();
  private build: Build | undefined;
  private lastError: string | undefined;

  constructor(private readonly options: RuntimeOptions) {
    this.redis = writerConnection(options.redisUrl);
  }

  get status(): RuntimeStatus {
    const { build, lastError } = this;
    return {
      position: build?.position ?? 0,
      following: build !== undefined && this.redis.status === 'ready',
      ...(lastError === undefined ? {} : { lastError }),
    };
  }

  /**
   * Builds until `signal` aborts; a Redis or a log that is away is waited for. Runs once.
   *
   * @throws {TakenOver} when another writer claims the read models
   */
  async run(signal: AbortSignal): Promise<void> {
    const hangUp = (): void => {
      this.redis.disconnect();
    };
    signal.addEventListener('abort', hangUp);
    try {
      while (!signal.aborted) await this.attempt(signal);
    } finally {
      signal.removeEventListener('abort', hangUp);
      hangUp();
    }
  }

  private async attempt(signal: AbortSignal): Promise<void> {
    const { redis } = this;
    try {
      const build = await Build.open({ ...DEFAULTS, ...this.options, redis }, this.known);
      this.build = build;
      this.lastError = undefined;
      await this.follow(build, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof TakenOver) throw error;
      this.lastError = reasonOf(error);
      if (!(error instanceof ReadModelLost)) await rest(RETRY_AFTER_MS, signal);
    } finally {
      this.known = this.build?.checkpoints ?? this.known;
      this.build = undefined;
    }
  }

  /** Until `signal` aborts, the log cannot be read or Redis does not hold what was written. */
  private async follow(build: Build, signal: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const until = AbortSignal.any([signal, ended.signal]);
    const end = (): void => {
      ended.abort();
    };
    const onMessages = async (messages: readonly RecordedMessage[]): Promise<void> => {
      await Promise.all([build.apply(messages), rest(GATHER_MS, until)]);
    };
    const reading = this.options.log.read({ from: build.position + 1, signal: until, onMessages });
    const outcomes = await Promise.allSettled([
      reading.finally(end),
      watch(build, until).finally(end),
      attendRebuilds(build, { ...DEFAULTS, ...this.options, redis: this.redis }, until).finally(
        end,
      ),
    ]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

/** Sees that Redis was emptied also while the log is quiet. */
const watch = async (build: Build, signal: AbortSignal): Promise<void> => {
  for (;;) {
    await rest(VERIFY_EVERY_MS, signal);
    if (signal.aborted) return;
    await build.verify();
  }
};

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
