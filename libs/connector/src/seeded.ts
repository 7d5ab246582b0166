import { sha256 } from '@lienthong/kernel';

const HEX_DIGITS = 12;
const RANGE = 2 ** (4 * HEX_DIGITS);

/** Numbers that look random and are the same for the same seed and parts, on every machine. */
export interface Seeded {
  /** In [0, 1). Each call gives the next one. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True with the probability `p`. */
  chance(p: number): boolean;
  /** One of `choices`; throws when there is none. */
  pick<T>(choices: readonly T[]): T;
}

/** @param parts what the numbers are for; another purpose gets others from the same seed */
export const seeded = (seed: number | string, ...parts: readonly string[]): Seeded => {
  const root = sha256(JSON.stringify([String(seed), ...parts]));
  let drawn = 0;
  const next = (): number => {
    drawn += 1;
    return parseInt(sha256(`${root}:${String(drawn)}`).slice(0, HEX_DIGITS), 16) / RANGE;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    chance: (p) => next() < p,
    pick: (choices) => {
      const choice = choices[between(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError('nothing to pick from');
      return choice;
    },
  };
};
