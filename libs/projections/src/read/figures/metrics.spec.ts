import { describe, expect, it } from '@jest/globals';
import { type Counter } from './counters.js';
import { definitionOf } from './definitions.js';
import { metricsIn } from './metrics.js';

const counter = (business: string, name: string, count: number): Counter => ({
  scope: 'tenant',
  recorded: '2020-03-31',
  business,
  name,
  count,
});

const COUNTERS = [
  counter('2020-03-02', 'province|outgoing', 3),
  counter('2020-03-02', 'province|exchanged', 2),
  counter('2020-03-02', 'district|outgoing', 1),
  counter('2020-03-02', 'commune|outgoing', 4),
  counter('2020-03-02', 'commune|signed', 1),
  counter('2020-04-01', 'commune|outgoing', 4),
  counter('2020-04-01', 'commune|signed', 4),
  counter('2020-03-02', 'commune|arrival|60', 3),
  counter('2020-04-01', 'commune|arrival|3600', 1),
  counter('2020-03-02', 'commune|due', 2),
  counter('2020-03-05', 'commune|overdue', 2),
  counter('2020-03-10', 'commune|due', -1),
  counter('2020-03-10', 'commune|overdue', -1),
];

const figures = (query: Partial<Parameters<typeof metricsIn>[1]>) =>
  metricsIn(COUNTERS, { today: '2020-04-02', ...query });

const ratio = (id: string, query: Partial<Parameters<typeof metricsIn>[1]> = {}) => {
  const found = figures(query).indicators.find((each) => each.id === id);
  return found === undefined ? undefined : [found.numerator, found.denominator];
};

describe('metrics', () => {
  it('are the four indicators of documents first, then how deliveries stand', () => {
    expect(figures({}).indicators.map(({ id }) => id)).toStrictEqual([
      'documents.exchanged{province+district}',
      'documents.signed{province+district}',
      'documents.signed{commune}',
      'documents.exchanged{commune}',
      'deliveries.overdue{province+district+commune}',
      'requests.open{province+district+commune}',
    ]);
    expect(ratio('documents.exchanged{province+district}')).toStrictEqual([2, 4]);
    expect(ratio('documents.signed{commune}')).toStrictEqual([5, 8]);
  });

  it('count what was issued in the period', () => {
    const march = { from: '2020-03-01', to: '2020-03-31' };
    expect(ratio('documents.signed{commune}', march)).toStrictEqual([1, 4]);
    expect(figures(march).durations[0]).toStrictEqual({
      id: 'deliveries.arrival{province+district+commune}',
      count: 3,
      medianSeconds: 60,
      p95Seconds: 60,
    });
    expect(figures({}).durations[0]).toMatchObject({
      count: 4,
      medianSeconds: 60,
      p95Seconds: 3600,
    });
  });

  it.each([
    ['2020-03-04', [0, 2]],
    ['2020-03-05', [2, 2]],
    ['2020-03-10', [1, 1]],
  ])('tell what is overdue at the end of %s', (to, expected) => {
    const id = 'deliveries.overdue{province+district+commune}';
    expect(ratio(id, { from: to, to })).toStrictEqual(expected);
    expect(ratio(id, { today: to })).toStrictEqual(expected);
  });

  it('are told of one level', () => {
    expect(figures({ levels: ['commune'] }).indicators.map(({ id }) => id)).toStrictEqual([
      'documents.exchanged{commune}',
      'documents.signed{commune}',
      'deliveries.overdue{commune}',
      'requests.open{commune}',
    ]);
  });

  it('are told month by month, and day by day', () => {
    const months = figures({ by: 'month' }).series ?? [];
    expect(months.map(({ period }) => period)).toStrictEqual(['2020-03', '2020-04']);
    expect(months.map(({ indicators }) => indicators[2])).toMatchObject([
      { numerator: 1, denominator: 4 },
      { numerator: 4, denominator: 4 },
    ]);
    const days = figures({ by: 'day', to: '2020-03-31' }).series ?? [];
    expect(days.map(({ period }) => period)).toStrictEqual([
      '2020-03-02',
      '2020-03-05',
      '2020-03-10',
    ]);
    expect(days.map(({ indicators }) => indicators[4]?.numerator)).toStrictEqual([0, 2, 1]);
  });
});

describe('the id of an indicator', () => {
  it.each([
    'documents.exchanged{province+district}',
    'documents.signed{central}',
    'requests.open{commune}',
    'deliveries.arrival{province+district+commune}',
  ])('%s means something', (id) => {
    expect(definitionOf(id)?.id).toBe(id);
  });

  it.each([
    'documents.exchanged',
    'documents.exchanged{}',
    'documents.exchanged{district+province}',
    'documents.exchanged{province+province}',
    'documents.exchanged{hamlet}',
    'documents.shredded{commune}',
    '__proto__{commune}',
  ])('%s means nothing', (id) => {
    expect(definitionOf(id)).toBeUndefined();
  });
});
