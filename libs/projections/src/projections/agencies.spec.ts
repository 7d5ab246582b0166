import { describe, expect, it } from '@jest/globals';
import { appended, folded } from '../../../../test/integration/projections-fold.js';
import { issued, KNOWN, letterTo } from '../../../../test/integration/projections-traffic.js';
import { agencies, AGENCIES, recall } from './agencies.js';

describe('the agencies that a projection recalls', () => {
  it('are those of the log', () => {
    const effects = folded(agencies, [...KNOWN, issued(letterTo({ 'ward-1': 'electronic' }))]);
    const directory = recall(appended(effects, AGENCIES));
    expect([...directory.agenciesOn('2020-03-02')].map(({ id }) => id)).toStrictEqual(
      KNOWN.map(({ id }) => id),
    );
    expect(directory.agency('ward-1', '2020-03-02')).toMatchObject({
      code: '000.21.01.H39',
      placement: { level: 'commune' },
    });
  });
});
