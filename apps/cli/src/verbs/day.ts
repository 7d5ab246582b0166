import { startOf } from '@lienthong/kernel';
import { InvalidArgumentError } from 'commander';

/** @throws {InvalidArgumentError} when it is no day of the calendar */
export const dayOf = (text: string): string => {
  try {
    startOf(text);
    return text;
  } catch {
    throw new InvalidArgumentError('expected a day as yyyy-MM-dd');
  }
};
