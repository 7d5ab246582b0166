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
   * @throws {ReadModelsBehind} while the projection is built anew: half a read model gives wrong answers
   */
  async read(question: Question): Promise<Answer> {
    const { sequence, target, replies } = await this.ask(question);
    const position = sequence ?? 0;
    const wanted = Math.max(target, this.highest);
    if (sequence === undefined || position < wanted) throw new ReadModelsBehind(position, wanted);
    this.highest = position;
    return { sequence: position, replies };
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
