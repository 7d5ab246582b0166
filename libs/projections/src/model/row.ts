import { type z } from 'zod';

/** `<kind>:<id>` */
export type RowAddress = string;

/** A kind of row that a projection keeps: one JSON object for each id. */
export interface RowKind<T extends object> {
  readonly name: string;
  address(id: string): RowAddress;
  /**
   * @param checked `value` was put under this kind, or has been read as such before
   * @throws {RowDamaged} when the value is not of this kind
   */
  read(value: unknown, checked?: boolean): T;
  put(id: string, row: T): Effect;
}

/** What folding an event changes in the read model. */
export type Effect =
  | { readonly type: 'put'; readonly row: RowAddress; readonly value: object }
  | { readonly type: 'add'; readonly hash: string; readonly field: string; readonly by: number }
  | { readonly type: 'append'; readonly stream: string; readonly entry: object }
  | { readonly type: 'post'; readonly index: string; readonly name: string };

/** A row in Redis is not what its projection wrote. */
export class RowDamaged extends Error {
  constructor(kind: string, options?: ErrorOptions) {
    super(`a row of ${kind} is damaged`, options);
    this.name = new.target.name;
  }
}

/** @param schema what a row that comes from Redis has to be */
export const rowKind = <T extends object>(name: string, schema: z.ZodType<T>): RowKind<T> => {
  const isRow = (value: unknown, checked: boolean): value is T =>
    checked || schema.safeParse(value).success;
  const address = (id: string): RowAddress => `${name}:${id}`;
  return {
    name,
    address,
    read: (value, checked = false) => {
      if (!isRow(value, checked)) throw new RowDamaged(name);
      return value;
    },
    put: (id, row) => ({ type: 'put', row: address(id), value: row }),
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

/** Has an index name something; unlike for a stream, nobody is told. */
export const post = (index: string, name: string): Effect => ({ type: 'post', index, name });
