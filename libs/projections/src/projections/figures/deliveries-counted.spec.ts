import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { counted, folded } from '../../../../../test/integration/projections-fold.js';
import {
  answered,
  deliveryRevoked,
  takeBackRequested,
  updated,
  updateRequested,
} from '../../../../../test/integration/projections-requests.js';
import {
  type Fact,
  issued,
  KNOWN,
  letterTo,
  MORNING,
  reported,
  reportedLate,
  sent,
} from '../../../../../test/integration/projections-traffic.js';
import { figures } from './figures.js';
import { agencyScope, TENANT } from './measures.js';

const on = (day: string): number => instant(`${day}T10:00:00+07:00`);

/** `<business day> <counter>` of a scope, whenever it was recorded. */
const counts = (facts: readonly Fact[], scope = TENANT): Readonly<Record<string, number>> => {
  const effects = folded(figures, [...KNOWN, ...facts]);
  const sums: Record<string, number> = {};
  for (const hash of effects.counters.keys()) {
    const [, business] = new RegExp(`^${scope}:[^:]+:([^:]+)$`).exec(hash) ?? [];
    if (business === undefined) continue;
    for (const [name, count] of Object.entries(counted(effects, hash))) {
      const key = `${business} ${name}`;
      sums[key] = (sums[key] ?? 0) + count;
    }
  }
  return sums;
};

/** Those that are not zero. */
const left = (facts: readonly Fact[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(counts(facts)).filter(([key, count]) => count !== 0 && /due|requests/.test(key)),
  );

const at = <F extends Fact>(fact: F, time: number): F => {
  const { event } = fact;
  return { ...fact, event: { ...event, event: { ...event.event, at: time } } };
};

const letter = letterTo(
  { 'ward-1': 'electronic', ministry: 'electronic' },
  { dueOn: '2020-03-05' },
);
const begun = [issued(letter), sent(letter, 'ward-1')];

describe('how long deliveries take', () => {
  const plain = letterTo({ 'ward-1': 'electronic' });

  it('is counted from the issue, by the day of issue and the level of the recipient', () => {
    const facts = [
      issued(plain),
      sent(plain, 'ward-1'),
      at(reported(plain, 'ward-1', '01'), MORNING + 90_000),
      at(reported(plain, 'ward-1', '06'), on('2020-03-04')),
    ];
    expect(counts(facts)).toMatchObject({
      '2020-03-02 commune|arrival|120': 1,
      '2020-03-02 commune|completion|259200': 1,
    });
    expect(counts(facts, agencyScope('ward-1'))).toMatchObject({
      '2020-03-02 commune|arrival|120': 1,
    });
  });

  it('takes in what came from outside', () => {
    const incoming = letterTo({ office: 'electronic' }, { sender: 'ministry' });
    const facts = [issued(incoming), sent(incoming, 'office'), reported(incoming, 'office', '01')];
    expect(counts(facts)).toStrictEqual({ '2020-03-02 province|arrival|1': 1 });
  });

  it('passes over other statuses and late ones', () => {
    const facts = [
      issued(plain),
      sent(plain, 'ward-1'),
      reported(plain, 'ward-1', '03'),
      reportedLate(plain, 'ward-1', '01'),
    ];
    expect(Object.keys(counts(facts)).join()).not.toContain('arrival');
  });
});

describe('an overdue delivery', () => {
  it('is one from the day after its due date on', () => {
    expect(left(begun)).toStrictEqual({
      '2020-03-02 commune|due': 1,
      '2020-03-06 commune|overdue': 1,
    });
  });

  it('is none any more on the day on which it ends', () => {
    expect(left([...begun, at(reported(letter, 'ward-1', '06'), on('2020-03-10'))])).toStrictEqual({
      '2020-03-02 commune|due': 1,
      '2020-03-06 commune|overdue': 1,
      '2020-03-10 commune|due': -1,
      '2020-03-10 commune|overdue': -1,
    });
  });

  it.each(['02', '06'] as const)('never was one when it ended in time, with %s', (code) => {
    expect(left([...begun, at(reported(letter, 'ward-1', code), on('2020-03-05'))])).toStrictEqual({
      '2020-03-02 commune|due': 1,
      '2020-03-05 commune|due': -1,
    });
  });

  it('ends once, though what was completed is revoked later', () => {
    const completed = at(reported(letter, 'ward-1', '06'), on('2020-03-10'));
    const facts = [...begun, completed, deliveryRevoked(letter, 'ward-1', on('2020-03-12'))];
    expect(left(facts)).toStrictEqual(left([...begun, completed]));
  });

  it('never began when it was revoked before it was sent', () => {
    const facts = [issued(letter), deliveryRevoked(letter, 'ward-1', on('2020-03-12'))];
    expect(left(facts)).toStrictEqual({});
  });

  it('gets the due date of the version that its recipient takes', () => {
    const asked = [
      ...begun,
      updated(letter, 2, { dueOn: '2020-03-20' }),
      updateRequested(letter, 'ward-1', 2, on('2020-03-03')),
    ];
    const answer = (agreed: boolean) =>
      answered(letter, 'ward-1', { request: 'update', agreed, at: on('2020-03-04') });
    const overdue = (facts: readonly Fact[]) =>
      Object.keys(left(facts)).filter((key) => key.includes('overdue'));
    expect(overdue(asked)).toStrictEqual(['2020-03-06 commune|overdue']);
    expect(overdue([...asked, answer(false)])).toStrictEqual(['2020-03-06 commune|overdue']);
    expect(overdue([...asked, answer(true)])).toStrictEqual(['2020-03-21 commune|overdue']);
  });
});

describe('a request', () => {
  const ask = takeBackRequested(letter, 'ward-1', on('2020-03-03'));
  const open = [...begun, ask];

  const requests = (facts: readonly Fact[]) =>
    Object.fromEntries(Object.entries(left(facts)).filter(([key]) => key.includes('requests')));

  it('is open until it is answered', () => {
    expect(requests(open)).toStrictEqual({
      '2020-03-03 commune|requests': 1,
      '2020-03-03 commune|requests-open': 1,
    });
    const declined = { request: 'take-back', agreed: false, at: on('2020-03-04') } as const;
    expect(requests([...open, answered(letter, 'ward-1', declined)])).toStrictEqual({
      '2020-03-03 commune|requests': 1,
      '2020-03-03 commune|requests-open': 1,
      '2020-03-04 commune|requests-open': -1,
    });
  });

  it('ends the delivery when the document is given back', () => {
    const agreed = { request: 'take-back', agreed: true, at: on('2020-03-04') } as const;
    expect(left([...open, answered(letter, 'ward-1', agreed)])).toMatchObject({
      '2020-03-04 commune|requests-open': -1,
      '2020-03-04 commune|due': -1,
    });
  });

  it.each([
    ['completed', at(reported(letter, 'ward-1', '06'), on('2020-03-04'))],
    ['revoked', deliveryRevoked(letter, 'ward-1', on('2020-03-04'))],
  ])('ends when the delivery is %s', (_how, end) => {
    expect(requests([...open, end])).toMatchObject({ '2020-03-04 commune|requests-open': -1 });
  });

  it('is counted without a due date too', () => {
    const plain = letterTo({ 'ward-1': 'electronic' });
    const facts = [
      issued(plain),
      sent(plain, 'ward-1'),
      takeBackRequested(plain, 'ward-1', MORNING),
      reported(plain, 'ward-1', '06'),
    ];
    expect(counts(facts)).toMatchObject({
      '2020-03-02 commune|requests': 1,
      '2020-03-02 commune|requests-open': 0,
    });
  });
});
