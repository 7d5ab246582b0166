import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { folded } from '../../../../../test/integration/projections-fold.js';
import { RandomHistory } from '../../../../../test/integration/projections-history.js';
import { updated } from '../../../../../test/integration/projections-requests.js';
import {
  type Fact,
  idOf,
  issued,
  KNOWN,
  letterTo,
} from '../../../../../test/integration/projections-traffic.js';
import { hopRows } from '../../projections/delivery-hops.js';
import { documents, traceRows } from '../../projections/documents.js';
import { deliveryUntil, documentUntil } from './trace-until.js';

const FIRST = `${hopRows.name}:`;
const DOCUMENT = `${traceRows.name}:`;

const rowsOf = (facts: readonly Fact[]) => folded(documents, facts).rows;

describe('a trace as of an earlier moment', () => {
  it('is the one that there was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const { facts } = new RandomHistory(seed, 100);
        const sequence = Math.floor(share * facts.length);
        const then = rowsOf(facts.slice(0, sequence));
        for (const [address, row] of rowsOf(facts)) {
          const past = then.get(address);
          if (address.startsWith(FIRST)) {
            const { sender: _sender, ...known } = hopRows.read(past ?? NOWHERE);
            expect(deliveryUntil(hopRows.read(row).hops, { sequence })).toStrictEqual(known);
          }
          if (address.startsWith(DOCUMENT)) {
            const known =
              past === undefined ? undefined : documentUntil(traceRows.read(past), { sequence });
            expect(documentUntil(traceRows.read(row), { sequence })).toStrictEqual(known);
          }
        }
      }),
      { seed: 2020, numRuns: 20 },
    );
  });

  it('shows the subject before it was rewritten', () => {
    const letter = letterTo({ 'ward-1': 'electronic' }, { subject: 'Về việc cũ' });
    const facts = [
      issued(letter),
      updated(letter, 2, { subject: 'Về việc mới', added: ['ward-2'] }),
    ];
    const row = traceRows.read(rowsOf([...KNOWN, ...facts]).get(traceRows.address(idOf(letter))));
    const before = documentUntil(row, { sequence: KNOWN.length + 1 });
    expect(before).toMatchObject({ subject: 'Về việc cũ', revision: 1, changes: [] });
    expect(before?.recipients.map(({ agency }) => agency)).toStrictEqual(['ward-1']);
    const now = documentUntil(row, { sequence: KNOWN.length + 2 });
    expect(now).toMatchObject({ subject: 'Về việc mới', revision: 2 });
    expect(now?.recipients.map(({ agency }) => agency)).toStrictEqual(['ward-1', 'ward-2']);
    expect(documentUntil(row, { sequence: KNOWN.length })).toBeUndefined();
  });
});

const NOWHERE = { sender: '', status: 'unrouted', hops: [] };
