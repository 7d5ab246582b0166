import { describe, expect, it } from '@jest/globals';
import { counted, folded } from '../../../../test/integration/projections-fold.js';
import { issued, KNOWN, letterTo } from '../../../../test/integration/projections-traffic.js';
import { cellsHash, DAYS, flow } from './flow.js';

const DAY = '2020-03-02';

describe('the flow of documents', () => {
  const letter = letterTo({
    'ward-1': 'electronic',
    'ward-2': 'paper',
    neighbour: 'electronic',
    ministry: 'both',
    stranger: 'electronic',
  });
  const effects = folded(flow, [...KNOWN, issued(letter)]);

  it('counts a document once in each cell that it touches, and every delivery', () => {
    expect(counted(effects, cellsHash('level', DAY))).toStrictEqual({
      'province|commune|documents': 1,
      'province|commune|deliveries': 2,
      'province|province@other|documents': 1,
      'province|province@other|deliveries': 1,
      'province|central|documents': 1,
      'province|central|deliveries': 1,
      'province|unknown|documents': 1,
      'province|unknown|deliveries': 1,
    });
  });

  it('counts the document itself once a day', () => {
    expect(counted(effects, DAYS)).toStrictEqual({
      [`${DAY}|documents`]: 1,
      [`${DAY}|deliveries`]: 5,
    });
  });

  it('goes from agency to agency', () => {
    expect(counted(effects, cellsHash('agency', DAY))).toMatchObject({
      'office|ward-1|documents': 1,
      'office|ministry|deliveries': 1,
    });
  });

  it('tells other provinces from the own one at the sending end too', () => {
    const incoming = letterTo({ office: 'electronic' }, { sender: 'neighbour' });
    const cells = counted(folded(flow, [...KNOWN, issued(incoming)]), cellsHash('level', DAY));
    expect(Object.keys(cells)).toContain('province@other|province|documents');
  });

  it('leaves out what nobody receives', () => {
    expect(folded(flow, [...KNOWN, issued(letterTo({}))]).counters.size).toBe(0);
  });
});
