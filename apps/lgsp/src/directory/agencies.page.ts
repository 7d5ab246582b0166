import { type Directory } from '@lienthong/directory';
import { type LocalDate } from '@lienthong/kernel';
import { InvalidCursor } from '@lienthong/projections';
import { InvalidField } from '../http/http.errors.js';
import {
  cursorAt,
  type PageQuery,
  pageQuery,
  placeOf,
  type Query,
  textIn,
} from '../http/page.query.js';
import { LEVELS } from './directory.requests.js';
import { type AgencyPageResponse, type AgencyResponse } from './directory.responses.js';

export interface AgencyQuery extends PageQuery {
  readonly code?: string;
  readonly level?: (typeof LEVELS)[number];
}

/** @throws {InvalidField} naming the parameter */
export const agencyQuery = (query: Query): AgencyQuery => {
  const code = textIn(query, 'code');
  const named = textIn(query, 'level');
  const level = LEVELS.find((known) => known === named);
  if (named !== undefined && level === undefined) {
    throw new InvalidField([{ pointer: 'level', message: `must be one of ${LEVELS.join(', ')}` }]);
  }
  return {
    ...pageQuery(query),
    ...(code === undefined ? {} : { code }),
    ...(level === undefined ? {} : { level }),
  };
};

/**
 * The agencies of `day` that are asked for, as many as fit on a page.
 *
 * @throws {InvalidCursor} when the place is no agency's
 */
export const agencyPage = (
  directory: Directory,
  query: AgencyQuery,
  day: LocalDate,
): AgencyPageResponse => {
  const entries: AgencyResponse[] = [];
  for (const agency of agenciesAsked(directory, query, day)) {
    if (query.level !== undefined && agency.placement.level !== query.level) continue;
    const last = entries.at(-1);
    if (entries.length === query.limit && last) return { entries, cursor: cursorAt(last.id) };
    entries.push(agency);
  }
  return { entries };
};

const agenciesAsked = (
  directory: Directory,
  { code, after }: AgencyQuery,
  day: LocalDate,
): Iterable<AgencyResponse> => {
  if (code !== undefined) {
    const bearer = directory.agencyByCode(code, day);
    return bearer === undefined ? [] : [bearer];
  }
  const place = after === undefined ? undefined : placeOf(after);
  if (place !== undefined && !directory.isRegistered(place)) throw new InvalidCursor();
  return directory.agenciesOn(day, place);
};
