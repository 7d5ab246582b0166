import { type Level } from '@lienthong/directory';
import { isLocalDate, type LocalDate } from '@lienthong/kernel';
import { type Part } from '@lienthong/projections';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { InvalidField } from '../http/http.errors.js';
import { type Query, textIn } from '../http/page.query.js';

const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune'];
const PERIODS = ['day', 'month'] as const;
const PARTS: readonly Part[] = ['numerator', 'denominator'];

export interface Days {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** @throws {InvalidField} naming the parameter */
export const daysIn = (query: Query): Days => ({
  ...dayIn(query, 'from'),
  ...dayIn(query, 'to'),
});

/** @throws {InvalidField} */
export const levelIn = (query: Query): Level | undefined => wordIn(query, 'level', LEVELS);

/** @throws {InvalidField} */
export const periodIn = (query: Query): 'day' | 'month' | undefined => wordIn(query, 'by', PERIODS);

/** @throws {InvalidField} */
export const partIn = (query: Query): Part => wordIn(query, 'part', PARTS) ?? 'numerator';

/**
 * One of the words.
 *
 * @throws {InvalidField}
 */
export const wordIn = <Word extends string>(
  query: Query,
  name: string,
  words: readonly Word[],
): Word | undefined => {
  const text = textIn(query, name);
  if (text === undefined) return undefined;
  const word = words.find((known) => known === text);
  if (word === undefined) throw fault(name, `must be one of ${words.join(', ')}`);
  return word;
};

const dayIn = (query: Query, name: 'from' | 'to'): Days => {
  const text = textIn(query, name);
  if (text === undefined) return {};
  if (!isLocalDate(text)) throw fault(name, 'must be a day that exists, yyyy-MM-dd');
  return { [name]: text };
};

const fault = (pointer: string, message: string): InvalidField =>
  new InvalidField([{ pointer, message }]);

/** Describes what {@link daysIn} reads. */
export const DaysQueries = (): MethodDecorator =>
  applyDecorators(
    ...['from', 'to'].map((name) =>
      ApiQuery({ name, required: false, schema: { type: 'string', format: 'date' } }),
    ),
  );

export const LevelQuery = (): MethodDecorator =>
  ApiQuery({ name: 'level', required: false, schema: { type: 'string', enum: [...LEVELS] } });

export const PeriodQuery = (): MethodDecorator =>
  ApiQuery({
    name: 'by',
    required: false,
    description: 'The same for each day or month too',
    schema: { type: 'string', enum: [...PERIODS] },
  });

export const PartQuery = (): MethodDecorator =>
  ApiQuery({
    name: 'part',
    required: false,
    schema: { type: 'string', enum: [...PARTS], default: 'numerator' },
  });

export const AsOfQuery = (): MethodDecorator =>
  ApiQuery({
    name: 'asOf',
    required: false,
    description:
      'What had been recorded by then: an RFC 3339 date-time, a day (up to its end), or a cursor of the events',
    schema: { type: 'string' },
  });
