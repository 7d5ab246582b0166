import { type Redis } from 'ioredis';
import { type Background } from '../model/background.js';
import { type Projection } from '../model/projection.js';
import { BatchEffects } from './batch-effects.js';
import { type Claimed, readCheckpoint } from './checkpoint.js';
import { type Decoded } from './decoded.js';
import { ReadModelLost, TakenOver } from './errors.js';
import { announced, Folding, POISON } from './folding.js';
import { type ApplyOutcome, type RedisApply } from './redis-apply.js';
import { RowCache } from './row-cache.js';

export interface LaneOptions {
  readonly redis: Redis;
  readonly apply: RedisApply;
  readonly projection: Projection;
  readonly claimed: Claimed;
  readonly onCommit: (commit: Commit) => void;
}

/** What a projection has just applied. */
export interface Commit {
  readonly projection: string;
  /** The checkpoint after it. */
  readonly sequence: number;
  readonly events: number;
  /** How many of them were passed over. */
  readonly poison: number;
  readonly seconds: number;
}

/** One projection under way, from a claim until it is lost: what it has applied, and the batch in hand. */
export class LaneWriter {
  private sequence: number;
  private readonly cache: RowCache;
  private folding: Folding;
  private effects = new BatchEffects();

  constructor(private readonly options: LaneOptions) {
    const { lane, checkpoint } = options.claimed;
    this.sequence = checkpoint.sequence;
    this.cache = new RowCache(options.redis, lane);
    this.folding = new Folding(options.projection, new Map());
  }

  get name(): string {
    return this.options.projection.name;
  }

  /** The lane, and how far it was brought. */
  get claimed(): Claimed {
    const { lane, checkpoint } = this.options.claimed;
    return { lane, checkpoint: { ...checkpoint, sequence: this.sequence } };
  }

  /** Fetches what folding these messages will look at. */
  async prepare(batch: readonly Decoded[]): Promise<void> {
    const { projection } = this.options;
    const addresses = announced(
      projection,
      batch.filter((decoded) => this.isNew(decoded)),
    );
    this.effects = new BatchEffects();
    this.folding = new Folding(projection, await this.cache.fetch(addresses));
  }

  /** Folds one message; those before the checkpoint are passed over. */
  take(decoded: Decoded, background: Background): void {
    if (!this.isNew(decoded)) return;
    this.effects.take(decoded.sequence, this.folding.fold(decoded, background));
  }

  /**
   * Applies what was taken and moves the checkpoint to `to`.
   *
   * @throws {TakenOver}
   * @throws {ReadModelLost}
   */
  async commit(to: number): Promise<void> {
    if (to <= this.sequence) return;
    const { apply, redis, claimed, onCommit } = this.options;
    const { lane, checkpoint } = claimed;
    const { sequence: from, effects } = this;
    const start = performance.now();
    settle(await apply.apply(redis, { lane, epoch: checkpoint.epoch, from, to, effects }));
    this.cache.keep(this.folding.rows);
    this.sequence = to;
    onCommit({
      projection: lane.projection,
      sequence: to,
      events: to - from,
      poison: effects.entries.filter(({ stream }) => stream === POISON).length,
      seconds: (performance.now() - start) / 1_000,
    });
  }

  /** @throws {TakenOver | ReadModelLost} when Redis no longer holds what was committed here */
  async verify(): Promise<void> {
    const { lane, checkpoint: own } = this.claimed;
    const found = await readCheckpoint(this.options.redis, lane);
    if (found.epoch > own.epoch) throw new TakenOver();
    if (found.epoch < own.epoch || found.sequence < own.sequence) throw new ReadModelLost();
  }

  private isNew({ sequence }: Decoded): boolean {
    return sequence > this.sequence;
  }
}

const settle = (outcome: ApplyOutcome): void => {
  if (outcome === 'taken-over') throw new TakenOver();
  if (outcome === 'lost') throw new ReadModelLost();
};
