import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../model/duration-bounds.js';
import { boundOf, quantile } from './durations.js';

const counted = (seconds: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const each of seconds) {
    const bound = boundOf(1_000 * each);
    counts.set(bound, (counts.get(bound) ?? 0) + 1);
  }
  return counts;
};

describe('durations', () => {
  it.each([
    [-5_000, 1],
    [0, 1],
    [1_000, 1],
    [1_001, 2],
    [3_600_000, 3_600],
    [Number.MAX_SAFE_INTEGER, 365 * 86_400],
  ])('of %i ms are counted at %i s', (milliseconds, bound) => {
    expect(boundOf(milliseconds)).toBe(bound);
  });

  it('have bounds that rise', () => {
    expect(BOUNDS).toStrictEqual([...new Set(BOUNDS)].sort((a, b) => a - b));
  });

  it('have a median and a 95th percentile as they would have, told by the next bound', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 300 * 86_400 }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(50, 95), (all, percent) => {
        const sorted = [...all].sort((a, b) => a - b);
        const exact = sorted[Math.ceil((all.length * percent) / 100) - 1] ?? 0;
        expect(quantile(counted(all), percent)).toBe(boundOf(1_000 * exact));
      }),
      { seed: 2020 },
    );
  });

  it('that nobody took have neither', () => {
    expect(quantile(new Map(), 50)).toBeUndefined();
  });
});
