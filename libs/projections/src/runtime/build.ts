import { type RecordedMessage } from '@lienthong/contracts';
import { type Redis } from 'ioredis';
import { type Model, streamKey } from '../keys.js';
import { Background } from '../model/background.js';
import { type Projection } from '../model/projection.js';
import { AGENCIES, background, DAYS, recall } from '../projections/background.js';
import { parseEntries } from '../stream-entries.js';
import {
  type Checkpoint,
  claimBeside,
  claimCurrent,
  type Claimed,
  currentLane,
  NOTHING,
} from './checkpoint.js';
import { decode, introduce } from './decoded.js';
import { type Commit, LaneWriter } from './lane-writer.js';
import { type RedisApply } from './redis-apply.js';
import { Turns } from './turns.js';

export const BATCH_EVENTS = 500;

/** The part of the event store that projections need. */
export interface LogReader {
  /**
   * Hands over the log from `from` on, in order, to `until` or until `signal` aborts; rejects with what `onMessages`
   * throws.
   */
  read(options: {
    readonly from: number;
    readonly until?: number;
    readonly signal: AbortSignal;
    readonly onMessages: (messages: readonly RecordedMessage[]) => Promise<void>;
  }): Promise<void>;
  lastSequence(): Promise<number>;
}

export interface BuildOptions {
  readonly tenant: string;
  readonly redis: Redis;
  readonly log: LogReader;
  /** {@link background} among them. */
  readonly projections: readonly Projection[];
  readonly apply: RedisApply;
  readonly onCommit: (commit: Commit) => void;
}

/** Read models of a tenant under way, from the moment they were claimed until they are lost. */
export class Build {
  private background = new Background();
  private readonly turns = new Turns();

  private constructor(private lanes: readonly LaneWriter[]) {}

  /**
   * Claims every projection and recalls the background as it stood at the earliest checkpoint.
   *
   * @param known what this process had last written of each projection, by name
   */
  static async open(options: BuildOptions, known: ReadonlyMap<string, Checkpoint>): Promise<Build> {
    const { log, projections, redis, tenant } = options;
    const target = await log.lastSequence();
    const lanes = await Promise.all(
      projections.map(async (projection) => {
        const before = known.get(projection.name) ?? NOTHING;
        const claimed = await claimCurrent(redis, modelOf(tenant, projection), {
          known: before,
          target,
        });
        return new LaneWriter({ ...options, projection, claimed });
      }),
    );
    const build = new Build(lanes);
    build.background = await backgroundAt(redis, tenant, build.position);
    return build;
  }

  /** Begins each projection once more, from the first event on and beside the build that is read. */
  static async beside(options: BuildOptions): Promise<Build> {
    const { projections, redis, tenant } = options;
    const lanes = projections.map(async (projection) => {
      const claimed = await claimBeside(redis, modelOf(tenant, projection));
      return new LaneWriter({ ...options, projection, claimed });
    });
    return new Build(await Promise.all(lanes));
  }

  /** The sequence that every projection has reached. */
  get position(): number {
    return Math.min(...this.lanes.map(({ claimed }) => claimed.checkpoint.sequence));
  }

  get checkpoints(): ReadonlyMap<string, Checkpoint> {
    return new Map(this.lanes.map(({ name, claimed }) => [name, claimed.checkpoint]));
  }

  /** @throws {TakenOver | ReadModelLost} */
  async apply(messages: readonly RecordedMessage[]): Promise<void> {
    for (let at = 0; at < messages.length; at += BATCH_EVENTS) {
      await this.applyBatch(messages.slice(at, at + BATCH_EVENTS));
    }
  }

  /** Waits for the batch in hand; nothing is applied until the answer is called. */
  hold(): Promise<() => void> {
    return this.turns.take();
  }

  /** What is written under a projection's name, and how far it is. */
  claimed(projection: string): Claimed {
    const lane = this.lanes.find(({ name }) => name === projection);
    if (lane === undefined) throw new Error(`nothing is built of ${projection}`);
    return lane.claimed;
  }

  /** Whether all projections stand at one sequence, as they do once each has come to the end of the log. */
  get isLevel(): boolean {
    return this.lanes.every(({ claimed }) => claimed.checkpoint.sequence === this.position);
  }

  /** Goes on with the lanes of `other` in place of its own; both stand at the same sequence. */
  adopt(other: Build): void {
    this.lanes = this.lanes.map(
      (lane) => other.lanes.find(({ name }) => name === lane.name) ?? lane,
    );
  }

  /** @throws {TakenOver | ReadModelLost} when Redis no longer holds what was committed */
  async verify(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.verify()));
  }

  private async applyBatch(messages: readonly RecordedMessage[]): Promise<void> {
    const release = await this.turns.take();
    try {
      const batch = messages.map(decode);
      await Promise.all(this.lanes.map((lane) => lane.prepare(batch)));
      for (const decoded of batch) {
        const introduced = introduce(this.background, decoded);
        for (const lane of this.lanes) lane.take(introduced, this.background);
      }
      const to = batch.at(-1)?.sequence ?? 0;
      await Promise.all(this.lanes.map((lane) => lane.commit(to)));
    } finally {
      release();
    }
  }
}

const modelOf = (tenant: string, { name, version }: Projection): Model => ({
  tenant,
  projection: name,
  version,
});

/** Agencies and days as they stood at `position`, which their own projection has reached like every other. */
const backgroundAt = async (
  redis: Redis,
  tenant: string,
  position: number,
): Promise<Background> => {
  const lane = await currentLane(redis, modelOf(tenant, background));
  const [agencies, days] = await Promise.all(
    [AGENCIES, DAYS].map(async (stream) => {
      const reply = await redis.xrange(streamKey(lane, stream), '-', String(position));
      return parseEntries(reply).map(({ entry }) => entry);
    }),
  );
  return recall(agencies ?? [], days ?? []);
};
