import { InvalidField } from '../http/http.errors.js';
import { agencyCode } from '../http/codes.js';

export interface FeedQuery {
  readonly after?: string;
  readonly limit: number;
  readonly waitSeconds: number;
  /** As the caller wrote them; empty for all of the system's agencies. */
  readonly agencies: readonly string[];
}

const LIMIT_MAX = 500;
const LIMIT_DEFAULT = 100;
const WAIT_MAX_SECONDS = 30;

/** @throws {InvalidField} naming the parameter */
export const feedQuery = (query: Readonly<Record<string, unknown>>): FeedQuery => {
  const after = query.after;
  if (after !== undefined && typeof after !== 'string') {
    throw new InvalidField([{ pointer: 'after', message: 'must stand once' }]);
  }
  return {
    ...(after === undefined || after === '' ? {} : { after }),
    limit: integer(query, 'limit', { min: 1, max: LIMIT_MAX, otherwise: LIMIT_DEFAULT }),
    waitSeconds: integer(query, 'wait', { min: 0, max: WAIT_MAX_SECONDS, otherwise: 0 }),
    agencies: many(query.agency).map((code) => agencyCode(code, 'agency')),
  };
};

const integer = (
  query: Readonly<Record<string, unknown>>,
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

const many = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item === 'string') return item;
    throw new InvalidField([{ pointer: 'agency', message: 'must be text' }]);
  });
};
