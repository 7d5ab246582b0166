import { type z } from 'zod';

/** `<kind>:<id>` */
export type RowAddress = string;

/** A kind of row that a projection keeps: one JSON object for each id. */
export interface RowKind<T extends object> {
  readonly name: string;
  address(id: string): RowAddress;
  /** @throws {RowDamaged} when the stored value is not of this kind */
  read(value: unknown): T;
  put(id: string, row: T): Effect;
}

/** What folding an event changes in the read model. */
export type Effect =
  | { readonly type: 'put'; readonly row: RowAddress; readonly value: object }
  | { readonly type: 'add'; readonly hash: string; readonly field: string; readonly by: number }
  | { readonly type: 'append'; readonly stream: string; readonly entry: object };

/** A row in Redis is not what its projection wrote. */
export class RowDamaged extends Error {
  constructor(kind: string, options?: ErrorOptions) {
    super(`a row of ${kind} is damaged`, options);
    this.name = new.target.name;
  }
}

/** Rows are checked against `schema` once, when they come from Redis; afterwards they are known by identity. */
export const rowKind = <T extends object>(name: string, schema: z.ZodType<T>): RowKind<T> => {
  const trusted = new WeakSet();
  const isRow = (value: unknown): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    if (!trusted.has(value)) {
      if (!schema.safeParse(value).success) return false;
      trusted.add(value);
    }
    return true;
  };
  const address = (id: string): RowAddress => `${name}:${id}`;
  return {
    name,
    address,
    read: (value) => {
      if (!isRow(value)) throw new RowDamaged(name);
      return value;
    },
    put: (id, row) => {
      trusted.add(row);
      return { type: 'put', row: address(id), value: row };
    },
  };
};

export const add = (hash: string, field: string, by = 1): Effect => ({
  type: 'add',
  hash,
  field,
  by,
});

export const append = (stream: string, entry: object): Effect => ({
  type: 'append',
  stream,
  entry,
});
