import { localDate, startOf } from '@lienthong/kernel';
import { InvalidArgumentError } from 'commander';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** @throws {InvalidArgumentError} when it is no day of the calendar */
export const dayOf = (text: string): string => {
  if (DAY.test(text) && localDate(startOf(text)) === text) return text;
  throw new InvalidArgumentError('expected a day as yyyy-MM-dd');
};
