import {
  type Instant,
  instant,
  isInstant,
  isLocalDate,
  localDate,
  type LocalDate,
} from '@lienthong/kernel';
import { ApiQuery } from '@nestjs/swagger';
import { InvalidField } from '../http/http.errors.js';
import { type Query, textIn } from '../http/page.query.js';

/**
 * The day as of which the directory is asked: one in Vietnam, or that of a time.
 *
 * @throws {InvalidField}
 */
export const asOfDay = (query: Query, now: Instant): LocalDate => {
  const text = textIn(query, 'asOf');
  if (text === undefined) return localDate(now);
  if (isLocalDate(text)) return text;
  if (isInstant(text)) return localDate(instant(text));
  throw new InvalidField([{ pointer: 'asOf', message: 'must be yyyy-MM-dd or RFC 3339' }]);
};

export const AsOfDayQuery = (): MethodDecorator =>
  ApiQuery({
    name: 'asOf',
    required: false,
    description: 'The day that is asked about, yyyy-MM-dd or RFC 3339; today when absent',
    schema: { type: 'string' },
  });
