import { describe, expect, it } from '@jest/globals';
import { deliveryAggregate, documentAggregate } from '@lienthong/contracts';
import { delivery, deliveryIdOf } from '@lienthong/documents';
import { fold } from '@lienthong/kernel';
import { folded } from '../../../../test/integration/projections-fold.js';
import {
  type Fact,
  idOf,
  issued,
  KNOWN,
  letterTo,
  reported,
  routed,
  sent,
} from '../../../../test/integration/projections-traffic.js';
import { rows, stateRowId, stateRows } from './rows.js';

const letter = letterTo({ 'ward-1': 'electronic' });
const history = [
  routed(letter, 'ward-1'),
  sent(letter, 'ward-1'),
  reported(letter, 'ward-1', '03'),
];
const address = stateRows.address(stateRowId('delivery', deliveryIdOf('ward-1', idOf(letter))));

const deliveryEvents = (facts: readonly Fact[]) =>
  facts.flatMap(({ event }) => (event.category === 'delivery' ? [event.event] : []));

describe('state rows', () => {
  const effects = folded(rows, [...KNOWN, issued(letter), ...history]);

  it('hold the state that the events lead to', () => {
    const row = stateRows.read(effects.rows.get(address));
    expect(deliveryAggregate.state?.decode(row.state)).toStrictEqual(
      fold(delivery, deliveryEvents(history)),
    );
  });

  it('say which events that were', () => {
    const first = KNOWN.length + 2;
    expect(effects.rows.get(address)).toMatchObject({
      version: 3,
      firstSequence: first,
      lastSequence: first + 2,
      reducer: deliveryAggregate.reducer,
    });
  });

  it('are kept for documents and deliveries alone', () => {
    const document = stateRows.address(stateRowId('document', idOf(letter)));
    expect([...effects.rows.keys()].sort()).toStrictEqual([address, document].sort());
  });

  it('are built anew when the meaning of a state has changed', () => {
    expect(rows.version).toBe(
      `${String(documentAggregate.reducer)}.${String(deliveryAggregate.reducer)}`,
    );
  });
});
