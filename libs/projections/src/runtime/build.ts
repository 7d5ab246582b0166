import { type RecordedMessage } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { type Redis } from 'ioredis';
import { type Projection } from '../model/projection.js';
import { type Checkpoint, claim } from './checkpoint.js';
import { decode, introduce } from './decoded.js';
import { LaneWriter } from './lane-writer.js';
import { type RedisApply } from './redis-apply.js';

const BATCH_EVENTS = 500;

/** The part of the event store that projections need. */
export interface LogReader {
  /** Hands over the log from `from` on, in order; resolves at `until` or when `signal` aborts. */
  read(options: {
    readonly from: number;
    readonly until?: number;
    readonly category?: 'agency';
    readonly signal: AbortSignal;
    onMessages(messages: readonly RecordedMessage[]): Promise<void>;
  }): Promise<void>;
  lastSequence(): Promise<number>;
}

export interface BuildOptions {
  readonly tenant: string;
  readonly redis: Redis;
  readonly log: LogReader;
  readonly projections: readonly Projection[];
  readonly apply: RedisApply;
}

/** The read models of a tenant under way, from the moment they were claimed until they are lost. */
export class Build {
  private constructor(
    private readonly lanes: readonly LaneWriter[],
    private readonly directory: Directory,
  ) {}

  /**
   * Claims every projection and recalls the agencies as they stood at the earliest checkpoint.
   *
   * @param known what this process had last written of each projection, by name
   */
  static async open(
    options: BuildOptions,
    known: ReadonlyMap<string, Checkpoint>,
    signal: AbortSignal,
  ): Promise<Build> {
    const { apply, log, projections, redis, tenant } = options;
    const target = await log.lastSequence();
    const lanes = await Promise.all(
      projections.map(async (projection) => {
        const lane = { tenant, projection: projection.name, version: projection.version };
        const before = known.get(projection.name) ?? { sequence: 0, epoch: 0 };
        const claimed = await claim(redis, lane, { known: before, target });
        return new LaneWriter({ redis, apply, projection, lane, claimed });
      }),
    );
    const build = new Build(lanes, new Directory());
    await build.recallAgencies(log, signal);
    return build;
  }

  /** The sequence that every projection has reached. */
  get position(): number {
    return Math.min(...this.lanes.map(({ checkpoint }) => checkpoint.sequence));
  }

  get poisonCount(): number {
    return this.lanes.reduce((sum, lane) => sum + lane.poisonCount, 0);
  }

  get checkpoints(): ReadonlyMap<string, Checkpoint> {
    return new Map(this.lanes.map((lane) => [lane.name, lane.checkpoint]));
  }

  /** @throws {TakenOver | ReadModelLost} */
  async apply(messages: readonly RecordedMessage[]): Promise<void> {
    for (let at = 0; at < messages.length; at += BATCH_EVENTS) {
      await this.applyBatch(messages.slice(at, at + BATCH_EVENTS));
    }
  }

  /** @throws {TakenOver | ReadModelLost} when Redis no longer holds what was committed */
  async verify(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.verify()));
  }

  private async applyBatch(messages: readonly RecordedMessage[]): Promise<void> {
    const batch = messages.map(decode);
    await Promise.all(this.lanes.map((lane) => lane.prepare(batch)));
    for (const decoded of batch) {
      const introduced = introduce(this.directory, decoded);
      for (const lane of this.lanes) lane.take(introduced, this.directory);
    }
    const to = batch.at(-1)?.sequence ?? 0;
    await Promise.all(this.lanes.map((lane) => lane.commit(to)));
  }

  private async recallAgencies(log: LogReader, signal: AbortSignal): Promise<void> {
    const until = this.position;
    if (until === 0) return;
    const onMessages = (messages: readonly RecordedMessage[]): Promise<void> => {
      for (const message of messages) introduce(this.directory, decode(message));
      return Promise.resolve();
    };
    await log.read({ from: 1, until, category: 'agency', signal, onMessages });
  }
}
