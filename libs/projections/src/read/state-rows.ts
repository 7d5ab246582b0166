import { type Redis } from 'ioredis';
import { type Lane, rowKey } from '../keys.js';
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
  private readonly lane: Lane;

  constructor({ redisUrl, tenant }: ReadModelsOptions) {
    this.redis = readerConnection(redisUrl);
    this.lane = { tenant, projection: rows.name, version: rows.version };
  }

  /** Nothing where no row is kept, and when Redis is away: the caller has the log to go by. */
  async load(category: string, id: string): Promise<StateRow | undefined> {
    try {
      const key = rowKey(this.lane, stateRows.address(stateRowId(category, id)));
      const row = parseReply(await this.redis.get(key));
      return row === undefined ? undefined : stateRows.read(row);
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.redis.disconnect();
  }
}
