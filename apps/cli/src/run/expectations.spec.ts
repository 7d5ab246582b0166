import { describe, expect, it } from '@jest/globals';
import { type PlannedDocument, type Senders, mismatchesOf } from './expectations.js';

const SENDERS: Senders = new Map([
  ['000.00.13.H39', 'province'],
  ['000.00.30.H39', 'district'],
  ['000.20.30.H39', 'commune'],
]);

type Channel = PlannedDocument['to'][number]['channel'];

const document = (from: string, ...channels: readonly Channel[]): PlannedDocument => ({
  from,
  at: 0,
  to: channels.map((channel) => ({ code: '000.00.00.H39', channel })),
});

const AGENDA = [
  document('000.00.13.H39', 'electronic'),
  document('000.00.13.H39', 'electronic', 'paper'),
  document('000.00.30.H39', 'both'),
  document('000.00.30.H39', 'paper', 'paper'),
  document('000.00.30.H39'),
  document('000.20.30.H39', 'electronic'),
  document('000.00.00.G22', 'electronic'),
];

const indicator = (levels: string, numerator: number, denominator: number) => ({
  id: `documents.exchanged{${levels}}`,
  numerator,
  denominator,
  value: null,
  target: null,
});

describe('what a scenario lets one expect', () => {
  it('leaves out internal documents, and those of agencies outside', () => {
    const found = [indicator('province+district', 3, 4), indicator('commune', 1, 1)];
    expect(mismatchesOf(AGENDA, SENDERS, found)).toStrictEqual([]);
  });

  it('tells an indicator that says otherwise, and one that is missing', () => {
    expect(mismatchesOf(AGENDA, SENDERS, [indicator('province+district', 4, 4)])).toStrictEqual([
      {
        id: 'documents.exchanged{province+district}',
        expected: { numerator: 3, denominator: 4 },
        found: { numerator: 4, denominator: 4 },
      },
      {
        id: 'documents.exchanged{commune}',
        expected: { numerator: 1, denominator: 1 },
        found: null,
      },
    ]);
  });
});
