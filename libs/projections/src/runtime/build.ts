import { type RecordedMessage } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { type Redis } from 'ioredis';
import { streamKey } from '../keys.js';
import { type Projection } from '../model/projection.js';
import { agencies, AGENCIES, recall } from '../projections/agencies.js';
import { parseEntries } from '../stream-entries.js';
import { type Checkpoint, claim } from './checkpoint.js';
import { decode, introduce } from './decoded.js';
import { type Commit, LaneWriter } from './lane-writer.js';
import { type RedisApply } from './redis-apply.js';

const BATCH_EVENTS = 500;

/** The part of the event store that projections need. */
export interface LogReader {
  /** Hands over the log from `from` on, in order, until `signal` aborts; rejects with what `onMessages` throws. */
  read(options: {
    readonly from: number;
    readonly signal: AbortSignal;
    readonly onMessages: (messages: readonly RecordedMessage[]) => Promise<void>;
  }): Promise<void>;
  lastSequence(): Promise<number>;
}

export interface BuildOptions {
  readonly tenant: string;
  readonly redis: Redis;
  readonly log: LogReader;
  /** {@link agencies} among them. */
  readonly projections: readonly Projection[];
  readonly apply: RedisApply;
  readonly onCommit: (commit: Commit) => void;
}

/** The read models of a tenant under way, from the moment they were claimed until they are lost. */
export class Build {
  private directory = new Directory();

  private constructor(private readonly lanes: readonly LaneWriter[]) {}

  /**
   * Claims every projection and recalls the agencies as they stood at the earliest checkpoint.
   *
   * @param known what this process had last written of each projection, by name
   */
  static async open(options: BuildOptions, known: ReadonlyMap<string, Checkpoint>): Promise<Build> {
    const { log, projections, redis, tenant } = options;
    const target = await log.lastSequence();
    const lanes = await Promise.all(
      projections.map(async (projection) => {
        const lane = { tenant, projection: projection.name, version: projection.version };
        const before = known.get(projection.name) ?? { sequence: 0, epoch: 0 };
        const claimed = await claim(redis, lane, { known: before, target });
        return new LaneWriter({ ...options, projection, lane, claimed });
      }),
    );
    const build = new Build(lanes);
    build.directory = await directoryAt(redis, tenant, build.position);
    return build;
  }

  /** The sequence that every projection has reached. */
  get position(): number {
    return Math.min(...this.lanes.map(({ checkpoint }) => checkpoint.sequence));
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
}

/** The agencies as they stood at `position`, which their own projection has reached like every other. */
const directoryAt = async (redis: Redis, tenant: string, position: number): Promise<Directory> => {
  const { name, version } = agencies;
  const key = streamKey({ tenant, projection: name, version }, AGENCIES);
  const entries = parseEntries(await redis.xrange(key, '-', String(position)));
  return recall(entries.map(({ entry }) => entry));
};
