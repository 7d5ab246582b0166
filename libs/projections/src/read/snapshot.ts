import { type ChainableCommander, type Redis } from 'ioredis';
import { checkpointKey, type Lane, type Model, pointerKey } from '../keys.js';
import { type Projection } from '../model/projection.js';
import { ReadModelsBehind, ReadModelsUnavailable } from './errors.js';

export interface Answer {
  /** The last event that the answer knows of. */
  readonly sequence: number;
  /** One reply for each command. */
  readonly replies: readonly unknown[];
}

/** An answer that may be of a read model that is being refilled: then it is right as of its sequence, and there is more. */
export interface Glance extends Answer {
  readonly stale: boolean;
  /** The sequence that it has to reach, to be no longer stale. */
  readonly wanted: number;
}

/** Adds what is asked of `lane` to a transaction. */
export type Question = (transaction: ChainableCommander, lane: Lane) => ChainableCommander;

/** One projection as readers see it: every answer comes with the checkpoint that it belongs to. */
export class Snapshot {
  private readonly model: Model;
  /** The build that was current when it was last asked. */
  private build = 1;
  private highest = 0;

  constructor(
    private readonly redis: Redis,
    tenant: string,
    { name, version }: Projection,
  ) {
    this.model = { tenant, projection: name, version };
  }

  /**
   * Asks the current build and reads its checkpoint in one transaction.
   *
   * @throws {ReadModelsUnavailable}
   * @throws {ReadModelsBehind} while the projection is refilled: half an inbox is a wrong inbox
   */
  async read(question: Question): Promise<Answer> {
    const { sequence, stale, wanted, replies } = await this.look(question);
    if (stale) throw new ReadModelsBehind(sequence, wanted);
    return { sequence, replies };
  }

  /**
   * The same, of a read model that is being refilled too.
   *
   * @throws {ReadModelsUnavailable}
   * @throws {ReadModelsBehind} when nothing was built yet
   */
  async look(question: Question): Promise<Glance> {
    const { sequence, target, replies } = await this.ask(question);
    this.highest = Math.max(this.highest, target, sequence ?? 0);
    const { highest: wanted } = this;
    if (sequence === undefined) throw new ReadModelsBehind(0, wanted);
    return { sequence, stale: sequence < wanted, wanted, replies };
  }

  /**
   * The sequence that the current build has reached; 0 when there is none.
   *
   * @throws {ReadModelsUnavailable}
   */
  async position(): Promise<number> {
    return (await this.ask((transaction) => transaction)).sequence ?? 0;
  }

  private async ask(question: Question): Promise<Held> {
    for (;;) {
      const { build } = this;
      const held = await this.askBuild(question, { ...this.model, build });
      if (held.current === build) return held;
      this.build = held.current;
    }
  }

  private async askBuild(question: Question, lane: Lane): Promise<Held & { current: number }> {
    const transaction = this.redis
      .multi()
      .get(pointerKey(lane))
      .hmget(checkpointKey(lane), 'sequence', 'target');
    const [pointer, checkpoint, ...replies] = await execute(question(transaction, lane));
    const [sequence, target] = Array.isArray(checkpoint) ? checkpoint.map(numberIn) : [];
    return { current: numberIn(pointer) ?? lane.build, sequence, target: target ?? 0, replies };
  }
}

interface Held {
  /** Nothing where nothing was built. */
  readonly sequence: number | undefined;
  readonly target: number;
  readonly replies: readonly unknown[];
}

const numberIn = (reply: unknown): number | undefined =>
  typeof reply === 'string' ? Number(reply) : undefined;

const execute = async (transaction: ChainableCommander): Promise<readonly unknown[]> => {
  try {
    const results = (await transaction.exec()) ?? [];
    return results.map(([error, reply]) => {
      if (error !== null) throw error;
      return reply;
    });
  } catch (error) {
    throw new ReadModelsUnavailable({ cause: error });
  }
};
