import { describe, expect, it } from '@jest/globals';
import { ratio } from './indicators.js';

describe('the value of an indicator', () => {
  it.each([
    [1, 1, 1],
    [2, 3, 0.6667],
    [1, 3, 0.3333],
    [1, 20_000, 0.0001],
    [1, 20_001, 0],
    [0, 7, 0],
  ])('%i of %i is %d, rounded half up', (numerator, denominator, value) => {
    expect(ratio(numerator, denominator)).toBe(value);
  });

  it('is none where there is nothing to divide by', () => {
    expect(ratio(0, 0)).toBeNull();
  });
});
