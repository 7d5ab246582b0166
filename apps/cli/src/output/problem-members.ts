import { type Problem } from '@lienthong/connector';
import { z } from 'zod';

/** Said in the sentences already. */
const SPOKEN = new Set([
  'type',
  'code',
  'status',
  'title',
  'titleEn',
  'detail',
  'detailEn',
  'instance',
]);

const faults = z.array(z.looseObject({ pointer: z.string(), message: z.string() }));

/** What a problem says besides its sentences, a line for each: the fields that are wrong, the place in a packet, whatever it names. */
export const memberLines = (problem: Problem): readonly string[] =>
  Object.entries(problem)
    .filter(([name, value]) => !SPOKEN.has(name) && value !== undefined)
    .flatMap(([name, value]) => linesOf(name, value));

const linesOf = (name: string, value: unknown): readonly string[] => {
  const read = name === 'errors' ? faults.safeParse(value) : undefined;
  if (read?.success !== true) return [`  ${name}: ${textOf(value)}`];
  return read.data.map(({ pointer, message }) => `  ${pointer}: ${message}`);
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
