import { InvalidField } from '../http/http.errors.js';
import { agencyCode } from '../http/codes.js';
import { integerIn, type PageQuery, pageQuery, type Query } from '../http/page.query.js';

export interface FeedQuery extends PageQuery {
  readonly waitSeconds: number;
  /** As the caller wrote them; empty for all of the system's agencies. */
  readonly agencies: readonly string[];
}

const WAIT_MAX_SECONDS = 30;

/** @throws {InvalidField} naming the parameter */
export const feedQuery = (query: Query): FeedQuery => ({
  ...pageQuery(query),
  waitSeconds: integerIn(query, 'wait', { min: 0, max: WAIT_MAX_SECONDS, otherwise: 0 }),
  agencies: many(query.agency).map((code) => agencyCode(code, 'agency')),
});

const many = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => {
    if (typeof item === 'string') return item;
    throw new InvalidField([{ pointer: 'agency', message: 'must be text' }]);
  });
};
