import { describe, expect, it } from '@jest/globals';
import { type Signature } from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { counted, folded } from '../../../../../test/integration/projections-fold.js';
import {
  type Fact,
  issued,
  KNOWN,
  letterTo,
  MORNING,
  routed,
  sent,
} from '../../../../../test/integration/projections-traffic.js';
import { countersHash } from './counters.js';
import { figures } from './figures.js';
import { agencyScope, TENANT } from './measures.js';

const MARCH_2 = { recorded: '2020-03-02', business: '2020-03-02' };

const counts = (facts: readonly Fact[], days = MARCH_2, scope = TENANT) =>
  counted(folded(figures, [...KNOWN, ...facts]), countersHash(scope, days));

const signature = (rest: Partial<Signature>): Signature => ({
  holder: 'organisation',
  outcome: 'verified',
  serial: '0a',
  ...rest,
});

describe('documents exchanged electronically', () => {
  it('are outgoing when issued, and exchanged once the first delivery is sent', () => {
    const letter = letterTo({ 'ward-1': 'electronic', 'ward-2': 'electronic' });
    const facts = [issued(letter), routed(letter, 'ward-1'), routed(letter, 'ward-2')];
    expect(counts(facts)).toStrictEqual({ 'province|outgoing': 1 });
    expect(counts([...facts, sent(letter, 'ward-1'), sent(letter, 'ward-2')])).toStrictEqual({
      'province|outgoing': 1,
      'province|exchanged': 1,
    });
  });

  it('are counted for their issuer too', () => {
    const letter = letterTo({ 'ward-1': 'electronic' }, { sender: 'tan-an' });
    const facts = [issued(letter), sent(letter, 'ward-1')];
    expect(counts(facts, MARCH_2, agencyScope('tan-an'))).toStrictEqual({
      'district|outgoing': 1,
      'district|exchanged': 1,
    });
    expect(counts(facts)).toStrictEqual(counts(facts, MARCH_2, agencyScope('tan-an')));
  });

  it('may go on paper to some recipients', () => {
    const mixed = letterTo({ 'ward-1': 'paper', ministry: 'both' });
    const facts = [issued(mixed), routed(mixed, 'ward-1'), sent(mixed, 'ministry')];
    expect(counts(facts)).toMatchObject({ 'province|exchanged': 1 });
  });

  it('stay unexchanged on paper alone', () => {
    const onPaper = letterTo({ 'ward-1': 'paper' });
    expect(counts([issued(onPaper), routed(onPaper, 'ward-1')])).toStrictEqual({
      'province|outgoing': 1,
    });
  });

  it('are not those without a recipient, nor those that came in', () => {
    const incoming = letterTo({ 'ward-1': 'electronic' }, { sender: 'ministry' });
    const facts = [issued(letterTo({})), issued(incoming), sent(incoming, 'ward-1')];
    expect(counts(facts)).toStrictEqual({});
  });

  it('belong to the day of issue in Vietnam, and are known from the day of recording on', () => {
    const at = instant('2020-03-31T17:30:00Z');
    const letter = letterTo({ 'ward-1': 'electronic' }, { at });
    const facts = [{ ...issued(letter), recordedAt: instant('2020-04-02T08:00:00+07:00') }];
    const days = { recorded: '2020-04-02', business: '2020-04-01' };
    expect(counts(facts, days)).toStrictEqual({ 'province|outgoing': 1 });
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
          at: MORNING,
        },
      },
    };
    const to = { 'ward-1': 'electronic' } as const;
    const next = letterTo(to, { number: 8, at: instant('2020-03-03T08:00:00+07:00') });
    const facts = [moved, issued(letterTo(to)), issued(next)];
    expect(counts(facts)).toStrictEqual({ 'province|outgoing': 1 });
    expect(counts(facts, { recorded: '2020-03-03', business: '2020-03-03' })).toStrictEqual({
      'commune|outgoing': 1,
    });
  });
});

describe('signed documents', () => {
  const signedWith = (...signatures: readonly Signature[]) =>
    counts([issued(letterTo({ 'ward-1': 'paper' }, { signatures }))])['province|signed'];

  it('bear the verified signature of an organisation, be they exchanged or not', () => {
    expect(signedWith(signature({}))).toBe(1);
    expect(signedWith(signature({ outcome: 'expired' }), signature({}), signature({}))).toBe(1);
  });

  it.each([
    ['none', []],
    ['that of a person alone', [signature({ holder: 'person' })]],
    ['an altered one', [signature({ outcome: 'invalid' })]],
    ['a foreign one', [signature({ outcome: 'unknown-issuer' })]],
    ['an expired one', [signature({ outcome: 'expired' })]],
  ])('are not those with %s', (_what, signatures) => {
    expect(signedWith(...signatures)).toBeUndefined();
  });

  it('are outgoing ones with a recipient', () => {
    const facts = [
      issued(letterTo({}, { signatures: [signature({})] })),
      issued(
        letterTo({ office: 'electronic' }, { sender: 'ministry', signatures: [signature({})] }),
      ),
    ];
    expect(counts(facts)).toStrictEqual({});
  });
});
