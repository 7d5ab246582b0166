import { type ChainableCommander, type Redis } from 'ioredis';
import { checkpointKey, type Lane } from '../keys.js';
import { type Projection } from '../model/projection.js';
import { ReadModelsBehind, ReadModelsUnavailable } from './errors.js';

export interface Answer {
  /** The last event that the answer knows of. */
  readonly sequence: number;
  /** One reply for each command. */
  readonly replies: readonly unknown[];
}

/** One projection as readers see it: every answer comes with the checkpoint that it belongs to. */
export class Snapshot {
  readonly lane: Lane;
  private highest = 0;

  constructor(
    private readonly redis: Redis,
    tenant: string,
    { name, version }: Projection,
  ) {
    this.lane = { tenant, projection: name, version };
  }

  /**
   * Runs the commands and reads the checkpoint in one transaction.
   *
   * @throws {ReadModelsUnavailable}
   * @throws {ReadModelsBehind} while the projection is built anew: half a read model gives wrong answers
   */
  async read(commands: (transaction: ChainableCommander) => ChainableCommander): Promise<Answer> {
    const [held, ...replies] = await this.execute(commands);
    const [sequence, target] = Array.isArray(held) ? held.map(Number) : [];
    const position = sequence ?? 0;
    const wanted = Math.max(target ?? 0, this.highest);
    const isBuilt = Array.isArray(held) && held[0] !== null;
    if (!isBuilt || position < wanted) throw new ReadModelsBehind(position, wanted);
    this.highest = position;
    return { sequence: position, replies };
  }

  private async execute(
    commands: (transaction: ChainableCommander) => ChainableCommander,
  ): Promise<readonly unknown[]> {
    const transaction = this.redis.multi().hmget(checkpointKey(this.lane), 'sequence', 'target');
    try {
      const results = (await commands(transaction).exec()) ?? [];
      return results.map(([error, reply]) => {
        if (error !== null) throw error;
        return reply;
      });
    } catch (error) {
      throw new ReadModelsUnavailable({ cause: error });
    }
  }
}
