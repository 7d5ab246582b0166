import { type Redis } from 'ioredis';
import { type Lane, rowKey } from '../keys.js';
import { type RowAddress } from '../model/row.js';

const MAXIMUM_ROWS = 4_000;

/** A row at hand, and whether it is known to be of its kind. */
export interface StoredRow {
  readonly value: object;
  checked: boolean;
}

export type Rows = Map<RowAddress, StoredRow | undefined>;

/** Rows as they stand in Redis while this process is the lane's only writer; the least recently used go first. */
export class RowCache {
  private readonly rows = new Map<RowAddress, StoredRow>();

  constructor(
    private readonly redis: Redis,
    private readonly lane: Lane,
  ) {}

  /** One MGET for those that are not at hand. */
  async fetch(addresses: ReadonlySet<RowAddress>): Promise<Rows> {
    const found: Rows = new Map();
    const missing: RowAddress[] = [];
    for (const address of addresses) {
      const row = this.rows.get(address);
      if (row === undefined) missing.push(address);
      else found.set(address, row);
    }
    if (missing.length === 0) return found;
    const values = await this.redis.mget(missing.map((address) => rowKey(this.lane, address)));
    missing.forEach((address, index) => found.set(address, parseRow(values[index])));
    return found;
  }

  keep(rows: Rows): void {
    for (const [address, row] of rows) {
      this.rows.delete(address);
      if (row !== undefined) this.rows.set(address, row);
    }
    for (const address of this.rows.keys()) {
      if (this.rows.size <= MAXIMUM_ROWS) return;
      this.rows.delete(address);
    }
  }
}

/** A row as Redis answered; nothing where there is none. */
export const parseRow = (text: unknown): StoredRow | undefined => {
  if (typeof text !== 'string') return undefined;
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { value, checked: false } : undefined;
};
