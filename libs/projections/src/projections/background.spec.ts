import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { appended, folded } from '../../../../test/integration/projections-fold.js';
import {
  type Fact,
  issued,
  KNOWN,
  letterTo,
} from '../../../../test/integration/projections-traffic.js';
import { AGENCIES, background, DAYS, recall } from './background.js';

const letters = (...recordedAt: readonly string[]): readonly Fact[] =>
  recordedAt.map((text, number) => ({
    ...issued(letterTo({ 'ward-1': 'electronic' }, { number })),
    recordedAt: instant(text),
  }));

describe('what every projection may look at', () => {
  it('is recalled with the agencies of the log', () => {
    const effects = folded(background, [...KNOWN, ...letters('2020-03-02T08:00:00+07:00')]);
    const { directory } = recall(appended(effects, AGENCIES), appended(effects, DAYS));
    expect([...directory.agenciesOn('2020-03-02')].map(({ id }) => id)).toStrictEqual(
      KNOWN.map(({ id }) => id),
    );
    expect(directory.agency('ward-1', '2020-03-02')).toMatchObject({
      code: '000.21.01.H39',
      placement: { level: 'commune' },
    });
  });

  it('knows the days on which was recorded, and where each begins', () => {
    const facts = letters(
      '2020-03-02T23:59:59+07:00',
      '2020-03-02T17:00:00Z',
      '2020-03-03T08:00:00+07:00',
      '2020-03-05T00:00:00+07:00',
    );
    const days = folded(background, facts).entries.filter(({ stream }) => stream === DAYS);
    expect(days.map(({ id, entry }) => [id, entry])).toStrictEqual([
      ['1-0', { day: '2020-03-02' }],
      ['2-0', { day: '2020-03-03' }],
      ['4-0', { day: '2020-03-05' }],
    ]);
  });

  it('lets no day come back when a clock is set back', () => {
    const facts = letters(
      '2020-03-03T00:00:01+07:00',
      '2020-03-02T23:59:59+07:00',
      '2020-03-03T00:00:02+07:00',
    );
    const effects = folded(background, facts);
    expect(appended(effects, DAYS)).toStrictEqual([{ day: '2020-03-03' }]);
    const recalled = recall([], appended(effects, DAYS));
    expect(recalled.recorded).toStrictEqual({ day: '2020-03-03', isNew: false });
  });
});
