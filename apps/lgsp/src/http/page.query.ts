import { InvalidCursor } from '@lienthong/projections';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { InvalidField } from './http.errors.js';

/** What was asked in the address, as the framework read it. */
export type Query = Readonly<Record<string, unknown>>;

/** Which part of a list is asked for. */
export interface PageQuery {
  readonly after?: string;
  readonly limit: number;
}

const LIMIT_MAX = 500;
const LIMIT_DEFAULT = 100;

/** @throws {InvalidField} naming the parameter */
export const pageQuery = (query: Query): PageQuery => {
  const after = textIn(query, 'after');
  return {
    ...(after === undefined || after === '' ? {} : { after }),
    limit: integerIn(query, 'limit', { min: 1, max: LIMIT_MAX, otherwise: LIMIT_DEFAULT }),
  };
};

/** Describes what {@link pageQuery} reads. */
export const PageQueries = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'after',
      required: false,
      description: 'The cursor of the page before',
      schema: { type: 'string' },
    }),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT_DEFAULT },
    }),
  );

/** @throws {InvalidField} when the parameter stands twice */
export const textIn = (query: Query, name: string): string | undefined => {
  const text = query[name];
  if (text === undefined || typeof text === 'string') return text;
  throw new InvalidField([{ pointer: name, message: 'must stand once' }]);
};

/** @throws {InvalidField} when the parameter is no integer in the range */
export const integerIn = (
  query: Query,
  name: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): number => {
  const text = query[name];
  if (text === undefined) return otherwise;
  const value = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    const message = `must be an integer from ${String(min)} to ${String(max)}`;
    throw new InvalidField([{ pointer: name, message }]);
  }
  return value;
};

/** A place in a list that this process keeps, by the name of the entry there; opaque to whoever gets it. */
export const cursorAt = (name: string): string => Buffer.from(name).toString('base64url');

/** @throws {InvalidCursor} when we never gave such a cursor */
export const placeOf = (cursor: string): string => {
  const name = Buffer.from(cursor, 'base64url').toString('utf8');
  if (name === '' || cursorAt(name) !== cursor) throw new InvalidCursor();
  return name;
};
