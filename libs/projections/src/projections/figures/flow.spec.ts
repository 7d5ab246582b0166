import { describe, expect, it } from '@jest/globals';
import { counted, folded } from '../../../../../test/integration/projections-fold.js';
import { updated } from '../../../../../test/integration/projections-requests.js';
import { issued, KNOWN, letterTo } from '../../../../../test/integration/projections-traffic.js';
import { countersHash } from './counters.js';
import { figures } from './figures.js';
import { cellsScope, FLOW } from './flow.js';

const DAYS = { recorded: '2020-03-02', business: '2020-03-02' };
const LEVELS = countersHash(cellsScope('level'), DAYS);
const AGENCIES = countersHash(cellsScope('agency'), DAYS);
const ALL = countersHash(FLOW, DAYS);

describe('the flow of documents', () => {
  const letter = letterTo({
    'ward-1': 'electronic',
    'ward-2': 'paper',
    neighbour: 'electronic',
    ministry: 'both',
    stranger: 'electronic',
  });
  const effects = folded(figures, [...KNOWN, issued(letter)]);

  it('counts a document once in each cell that it touches, and every delivery', () => {
    expect(counted(effects, LEVELS)).toStrictEqual({
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

  it('counts the document itself once', () => {
    expect(counted(effects, ALL)).toStrictEqual({ documents: 1, deliveries: 5 });
  });

  it('goes from agency to agency', () => {
    expect(counted(effects, AGENCIES)).toMatchObject({
      'office|ward-1|documents': 1,
      'office|ministry|deliveries': 1,
    });
  });

  it('tells other provinces from the own one at the sending end too', () => {
    const incoming = letterTo({ office: 'electronic' }, { sender: 'neighbour' });
    const cells = counted(folded(figures, [...KNOWN, issued(incoming)]), LEVELS);
    expect(Object.keys(cells)).toContain('province@other|province|documents');
  });

  it('leaves out what nobody receives', () => {
    expect(folded(figures, [...KNOWN, issued(letterTo({}))]).counters.size).toBe(0);
  });

  it('takes in those whom an update addresses, each document still once in a cell', () => {
    const first = letterTo({ 'ward-1': 'electronic' });
    const facts = [issued(first), updated(first, 2, { added: ['ward-1', 'ward-2', 'ministry'] })];
    const wider = folded(figures, [...KNOWN, ...facts]);
    expect(counted(wider, LEVELS)).toStrictEqual({
      'province|commune|documents': 1,
      'province|commune|deliveries': 2,
      'province|central|documents': 1,
      'province|central|deliveries': 1,
    });
    expect(counted(wider, ALL)).toStrictEqual({ documents: 1, deliveries: 3 });
  });
});
