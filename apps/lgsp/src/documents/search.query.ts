import { hasWords, type SearchQuery } from '@lienthong/projections';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { PageQueries, pageQuery, type Query, textIn } from '../http/page.query.js';
import { daysIn, DaysQueries, wordIn } from '../inspection/figures.query.js';

/** Of documents, and of deliveries. */
const STATUSES = [
  'issued',
  'replaced',
  'revoked',
  'routed',
  'sent',
  'arrived',
  'refused',
  'received',
  'assigned',
  'processing',
  'completed',
  'taken-back',
  'rerouted',
  'parked',
  'dispatched-on-paper',
] as const;

const LONGEST_TEXT = 300;

/** What a caller looks for; `agency` is a code or an internal id. */
export type SearchAsked = Omit<SearchQuery, 'of'>;

/** @throws {InvalidField} naming the parameter */
export const searchQuery = (query: Query): SearchAsked => {
  const agency = textIn(query, 'agency');
  return {
    text: wordsIn(query, 'text'),
    code: wordsIn(query, 'code'),
    agency: agency === undefined ? undefined : agencyCode(agency, 'agency'),
    status: wordIn(query, 'status', STATUSES),
    ...daysIn(query),
    ...pageQuery(query),
  };
};

/** Nothing where it is blank. */
const wordsIn = (query: Query, name: string): string | undefined => {
  const text = textIn(query, name);
  if (text === undefined || text.trim() === '') return undefined;
  if (text.length > LONGEST_TEXT)
    throw fault(name, `must have ${String(LONGEST_TEXT)} characters at most`);
  if (!hasWords(text)) throw fault(name, 'has neither a letter nor a digit to look for');
  return text;
};

const fault = (pointer: string, message: string): InvalidField =>
  new InvalidField([{ pointer, message }]);

const optional = (name: string, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, description, schema: { type: 'string' } });

/** Describes what {@link searchQuery} reads. */
export const SearchQueries = (): MethodDecorator =>
  applyDecorators(
    optional('text', 'Words of the subject, all of them; marks may be left out: bao cao'),
    optional('code', 'The document’s number and notation, or parts of it: 7816/VPCP'),
    optional('agency', 'Code or internal id of one that issued it, or that it is addressed to'),
    DaysQueries(),
    ApiQuery({
      name: 'status',
      required: false,
      description: 'Of the document, or of one of its deliveries',
      schema: { type: 'string', enum: [...STATUSES] },
    }),
    PageQueries(),
  );
