import { isLocalDate } from '@lienthong/kernel';
import { InvalidArgumentError } from 'commander';

/** @throws {InvalidArgumentError} when it is no day of the calendar */
export const dayOf = (text: string): string => {
  if (isLocalDate(text)) return text;
  throw new InvalidArgumentError('expected a day as yyyy-MM-dd');
};
