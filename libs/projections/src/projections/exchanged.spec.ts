import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { counted, folded } from '../../../../test/integration/projections-fold.js';
import {
  type Fact,
  issued,
  KNOWN,
  letterTo,
  routed,
  sent,
} from '../../../../test/integration/projections-traffic.js';
import { agencyHash, exchanged, parseCounterField, WHOLE_TENANT } from './exchanged.js';

const counts = (...facts: readonly Fact[]) =>
  counted(folded(exchanged, [...KNOWN, ...facts]), WHOLE_TENANT);

describe('documents exchanged electronically', () => {
  it('are outgoing when issued, and exchanged once the first delivery is sent', () => {
    const letter = letterTo({ 'ward-1': 'electronic', 'ward-2': 'electronic' });
    const facts = [issued(letter), routed(letter, 'ward-1'), routed(letter, 'ward-2')];
    expect(counts(...facts)).toStrictEqual({ '2020-03-02|province|outgoing': 1 });
    expect(counts(...facts, sent(letter, 'ward-1'), sent(letter, 'ward-2'))).toStrictEqual({
      '2020-03-02|province|outgoing': 1,
      '2020-03-02|province|exchanged': 1,
    });
  });

  it('are counted for their issuer too', () => {
    const letter = letterTo({ 'ward-1': 'electronic' }, { sender: 'tan-an' });
    const effects = folded(exchanged, [...KNOWN, issued(letter), sent(letter, 'ward-1')]);
    const own = counted(effects, agencyHash('tan-an'));
    expect(own).toStrictEqual(counted(effects, WHOLE_TENANT));
    expect(Object.keys(own).map((field) => parseCounterField(field).level)).toStrictEqual([
      'district',
      'district',
    ]);
  });

  it('may go on paper to some recipients', () => {
    const mixed = letterTo({ 'ward-1': 'paper', ministry: 'both' });
    expect(counts(issued(mixed), routed(mixed, 'ward-1'), sent(mixed, 'ministry'))).toMatchObject({
      '2020-03-02|province|exchanged': 1,
    });
  });

  it('stay unexchanged on paper alone', () => {
    const onPaper = letterTo({ 'ward-1': 'paper' });
    expect(counts(issued(onPaper), routed(onPaper, 'ward-1'))).toStrictEqual({
      '2020-03-02|province|outgoing': 1,
    });
  });

  it('are not those without a recipient, nor those that came in', () => {
    const incoming = letterTo({ 'ward-1': 'electronic' }, { sender: 'ministry' });
    expect(counts(issued(letterTo({})), issued(incoming), sent(incoming, 'ward-1'))).toStrictEqual(
      {},
    );
  });

  it('belong to the day of issue in Vietnam', () => {
    const at = instant('2020-03-31T17:30:00Z');
    expect(counts(issued(letterTo({ 'ward-1': 'electronic' }, { at })))).toStrictEqual({
      '2020-04-01|province|outgoing': 1,
    });
  });

  it('belong to the level that the issuer had on that day', () => {
    const moved: Fact = {
      id: 'office',
      event: {
        category: 'agency',
        event: {
          type: 'AgencyMoved',
          placement: { level: 'commune', sector: 'state' },
          from: '2020-03-03',
          at: 0,
        },
      },
    };
    const to = { 'ward-1': 'electronic' } as const;
    const next = letterTo(to, { number: 8, at: instant('2020-03-03T08:00:00+07:00') });
    expect(counts(moved, issued(letterTo(to)), issued(next))).toStrictEqual({
      '2020-03-02|province|outgoing': 1,
      '2020-03-03|commune|outgoing': 1,
    });
  });
});
