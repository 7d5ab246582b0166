import { describe, expect, it } from '@jest/globals';
import { type Caused, expectedOf, type Levels, mismatchesOf } from './expectations.js';

const LEVELS: Levels = new Map([
  ['so-tttt', 'province'],
  ['huyen-a', 'district'],
  ['xa-a', 'commune'],
]);

type Channel = Caused['recipients'][number]['channel'];

const document = (
  id: string,
  channels: readonly Channel[],
  change: Partial<Caused> = {},
): Caused => ({
  sender: { id },
  recipients: channels.map((channel) => ({ channel })),
  isSigned: true,
  ...change,
});

const change = (kind: NonNullable<Caused['change']>['kind']): Pick<Caused, 'change'> => ({
  change: { kind, of: 'k', reason: 'r' },
});

const AGENDA = [
  document('so-tttt', ['electronic']),
  document('so-tttt', ['electronic', 'paper'], { isSigned: false }),
  document('huyen-a', ['both']),
  document('huyen-a', ['paper', 'paper']),
  document('huyen-a', []),
  document('so-tttt', ['electronic'], change('replace')),
  document('so-tttt', ['electronic'], change('update')),
  document('so-tttt', ['electronic'], change('revoke')),
  document('so-tttt', ['electronic'], change('take-back')),
  document('xa-a', ['electronic'], { isSigned: false }),
  document('bo-tttt', ['electronic']),
];

const EXPECTED = [
  { id: 'documents.exchanged{province+district}', numerator: 4, denominator: 5 },
  { id: 'documents.signed{province+district}', numerator: 4, denominator: 5 },
  { id: 'documents.exchanged{commune}', numerator: 1, denominator: 1 },
  { id: 'documents.signed{commune}', numerator: 0, denominator: 1 },
];

const found = EXPECTED.map((indicator) => ({ ...indicator, value: null, target: null }));

describe('what a scenario lets one expect', () => {
  it('leaves out internal documents, those of agencies outside, and what only changes others', () => {
    expect(expectedOf(AGENDA, LEVELS)).toStrictEqual(EXPECTED);
  });

  it('agrees with the same figures, whatever others there are beside them', () => {
    const other = { id: 'deliveries.overdue{commune}', numerator: 1, denominator: 2 };
    expect(
      mismatchesOf(EXPECTED, [...found, { ...other, value: null, target: null }]),
    ).toStrictEqual([]);
  });

  it('tells an indicator that says otherwise, and one that is missing', () => {
    const [first, second, third] = found;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    expect(mismatchesOf(EXPECTED, [{ ...first, numerator: 5 }, second, third])).toStrictEqual([
      {
        id: 'documents.exchanged{province+district}',
        expected: { numerator: 4, denominator: 5 },
        found: { numerator: 5, denominator: 5 },
      },
      {
        id: 'documents.signed{commune}',
        expected: { numerator: 0, denominator: 1 },
        found: null,
      },
    ]);
  });
});
