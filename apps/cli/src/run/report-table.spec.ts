import { describe, expect, it } from '@jest/globals';
import { indicatorsTable } from './report-table.js';

const shown = (numerator: number, denominator: number): string =>
  indicatorsTable([{ id: 'x', numerator, denominator, value: null, target: null }]);

describe('a percentage in the report', () => {
  it.each([
    [30, 38, '78.9 %'],
    [190, 200, '95.0 %'],
    [1, 2_000, '0.1 %'],
    [0, 4, '0.0 %'],
    [0, 0, '—'],
  ])('of %i in %i is %s, rounded once', (numerator, denominator, percent) => {
    expect(shown(numerator, denominator)).toContain(percent);
  });
});
