import { type Redis } from 'ioredis';
import { type Model, pointerKey, rowKey } from '../keys.js';
import { type RowAddress } from '../model/row.js';
import { rows, stateRowId, stateRows } from '../projections/rows.js';
import { readerConnection } from '../redis.js';
import { parseReply } from './parse-reply.js';
import { type ReadModelsOptions } from './read-models.js';

export interface StateRow {
  readonly version: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly reducer: number;
  /** As the aggregate's state codec wrote it. */
  readonly state?: unknown;
}

/** The states of documents and deliveries as the log had them a moment ago. */
export class RedisStateRows {
  private readonly redis: Redis;
  private readonly model: Model;
  /** The build that was current when it was last asked. */
  private build = 1;

  constructor({ redisUrl, tenant }: ReadModelsOptions) {
    this.redis = readerConnection(redisUrl);
    this.model = { tenant, projection: rows.name, version: rows.version };
  }

  /** Nothing where no row is kept, and when Redis is away: the caller has the log to go by. */
  async load(category: string, id: string): Promise<StateRow | undefined> {
    try {
      const row = parseReply(await this.get(stateRows.address(stateRowId(category, id))));
      return row === undefined ? undefined : stateRows.read(row);
    } catch {
      return undefined;
    }
  }

  /** Of the current build; one that was current a moment ago may be gone already. */
  private async get(address: RowAddress): Promise<unknown> {
    for (;;) {
      const { model, build } = this;
      const [pointer, row] = await this.redis.mget(
        pointerKey(model),
        rowKey({ ...model, build }, address),
      );
      const current = Number(pointer ?? build);
      if (current === build) return row;
      this.build = current;
    }
  }

  close(): void {
    this.redis.disconnect();
  }
}
