import { describe, expect, it } from '@jest/globals';
import { type PlannedDocument, type Senders, mismatchesOf } from './expectations.js';

const MORNING = 0;
const AFTERNOON = 1;

const SENDERS: Senders = new Map([
  ['000.00.13.H39', { level: 'province', signs: () => true }],
  ['000.00.30.H39', { level: 'district', signs: () => false }],
  // Its certificate ends at noon.
  ['000.20.30.H39', { level: 'commune', signs: (at: number) => at === MORNING }],
]);

type Channel = PlannedDocument['to'][number]['channel'];

const document = (from: string, ...channels: readonly Channel[]): PlannedDocument => ({
  from,
  at: MORNING,
  to: channels.map((channel) => ({ code: '000.00.00.H39', channel })),
});

const AGENDA = [
  document('000.00.13.H39', 'electronic'),
  document('000.00.13.H39', 'electronic', 'paper'),
  document('000.00.30.H39', 'both'),
  document('000.00.30.H39', 'paper', 'paper'),
  document('000.00.30.H39'),
  document('000.20.30.H39', 'electronic'),
  { ...document('000.20.30.H39', 'electronic'), at: AFTERNOON },
  document('000.00.00.G22', 'electronic'),
];

const indicator = (id: string, numerator: number, denominator: number) => ({
  id,
  numerator,
  denominator,
  value: null,
  target: null,
});

const FOUND = [
  indicator('documents.exchanged{province+district}', 3, 4),
  indicator('documents.signed{province+district}', 2, 4),
  indicator('documents.signed{commune}', 1, 2),
  indicator('documents.exchanged{commune}', 2, 2),
];

describe('what a scenario lets one expect', () => {
  it('leaves out internal documents, and those of agencies outside', () => {
    expect(mismatchesOf(AGENDA, SENDERS, FOUND)).toStrictEqual([]);
  });

  it.each(FOUND)('tells when $id says otherwise', ({ id, numerator, denominator }) => {
    const found = FOUND.map((each) =>
      each.id === id ? { ...each, numerator: numerator + 1 } : each,
    );
    expect(mismatchesOf(AGENDA, SENDERS, found)).toStrictEqual([
      {
        id,
        expected: { numerator, denominator },
        found: { numerator: numerator + 1, denominator },
      },
    ]);
  });

  it('tells an indicator that is missing', () => {
    expect(mismatchesOf(AGENDA, SENDERS, FOUND.slice(1))).toStrictEqual([
      {
        id: 'documents.exchanged{province+district}',
        expected: { numerator: 3, denominator: 4 },
        found: null,
      },
    ]);
  });
});
