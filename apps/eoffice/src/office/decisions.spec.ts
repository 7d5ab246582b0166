import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { type Behaviour } from '../province/province-file.js';
import { type Question } from '../registers/records.js';
import { decisionOn } from './decisions.js';

const behaviour = (agreementShare: number): Behaviour => ({
  jsonShare: 0,
  refusalShare: 0,
  refusalReasons: ['Gửi nhầm'],
  agreementShare,
  decisionSeconds: [60, 600],
  delaySeconds: {} as never,
});

const at = instant('2020-03-02T09:00:00+07:00');

const question = (kind: Question['kind'], documentId = 'doc'): Question => ({
  documentId,
  agency: 'so-tttt',
  kind,
  at,
  words: '',
});

describe('the decision of an agency', () => {
  it.each(['update', 'take-back'] as const)('on %s follows its share of agreements', (kind) => {
    expect(decisionOn(behaviour(1), 'seed', question(kind)).status).toBe('15');
    expect(decisionOn(behaviour(0), 'seed', question(kind)).status).toBe('16');
    const half = Array.from({ length: 200 }, (_, number) =>
      decisionOn(behaviour(0.5), 'seed', question(kind, `doc-${String(number)}`)),
    ).filter(({ status }) => status === '15').length;
    expect(half).toBeGreaterThan(70);
    expect(half).toBeLessThan(130);
  });

  it('on a revocation is to acknowledge it', () => {
    expect(decisionOn(behaviour(0), 'seed', question('revocation')).status).toBe('15');
  });

  it('is the same every time, and some time after the question', () => {
    const first = decisionOn(behaviour(0.5), 'seed', question('take-back'));
    expect(decisionOn(behaviour(0.5), 'seed', question('take-back'))).toStrictEqual(first);
    expect(first.at).toBeGreaterThanOrEqual(at + 60_000);
    expect(first.at).toBeLessThanOrEqual(at + 600_000);
  });

  it('was made when it was read, where time is real', () => {
    const readAt = at + 5;
    expect(decisionOn(behaviour(1), 'seed', { ...question('update'), readAt }).at).toBe(readAt);
  });
});
