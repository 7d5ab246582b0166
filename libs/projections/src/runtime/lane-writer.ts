import { type Directory } from '@lienthong/directory';
import { type Redis } from 'ioredis';
import { type Projection } from '../model/projection.js';
import { append, type Effect, type RowAddress, type RowKind } from '../model/row.js';
import { BatchEffects } from './batch-effects.js';
import { type Claimed, readCheckpoint } from './checkpoint.js';
import { type Decoded, reasonOf } from './decoded.js';
import { ReadModelLost, TakenOver } from './errors.js';
import { type ApplyOutcome, type RedisApply } from './redis-apply.js';
import { RowCache, type Rows } from './row-cache.js';

/** The stream of what a projection passed over. */
export const POISON = 'poison';

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
  private rows: Rows = new Map();
  private effects = new BatchEffects();

  constructor(private readonly options: LaneOptions) {
    const { lane, checkpoint } = options.claimed;
    this.sequence = checkpoint.sequence;
    this.cache = new RowCache(options.redis, lane);
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
    const addresses = new Set<RowAddress>();
    for (const decoded of batch) {
      if (!this.isNew(decoded) || 'poison' in decoded) continue;
      for (const address of this.options.projection.reads(decoded.event)) addresses.add(address);
    }
    this.effects = new BatchEffects();
    this.rows = await this.cache.fetch(addresses);
  }

  /** Folds one message; those before the checkpoint are passed over. */
  take(decoded: Decoded, directory: Directory): void {
    if (!this.isNew(decoded)) return;
    const effects = this.fold(decoded, directory);
    for (const effect of effects) {
      if (effect.type === 'put') {
        this.rows.set(effect.row, { value: effect.value, checked: true });
      }
    }
    this.effects.take(decoded.sequence, effects);
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
    this.cache.keep(this.rows);
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

  private fold(decoded: Decoded, directory: Directory): readonly Effect[] {
    if ('poison' in decoded) return [poison(decoded.poison)];
    try {
      return this.options.projection.fold(decoded.event, { directory, row: this.row });
    } catch (error) {
      return [poison(reasonOf(error))];
    }
  }

  private readonly row = <T extends object>(kind: RowKind<T>, id: string): T | undefined => {
    const address = kind.address(id);
    if (!this.rows.has(address)) throw new Error(`the fold did not announce ${address}`);
    const row = this.rows.get(address);
    if (row === undefined) return undefined;
    const value = kind.read(row.value, row.checked);
    row.checked = true;
    return value;
  };
}

const poison = (reason: string): Effect => append(POISON, { reason });

const settle = (outcome: ApplyOutcome): void => {
  if (outcome === 'taken-over') throw new TakenOver();
  if (outcome === 'lost') throw new ReadModelLost();
};
