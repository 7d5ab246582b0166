import { describe, expect, it } from '@jest/globals';
import { StatusUnknown } from './delivery.errors.js';
import { progressOf, rank, reportCode, statusCode } from './status.js';

describe('a status code', () => {
  it.each([
    ['01', 'arrived'],
    ['02', 'refused'],
    ['03', 'received'],
    ['04', 'assigned'],
    ['05', 'processing'],
    ['06', 'completed'],
  ])('%s says that the document is %s', (code, progress) => {
    expect(progressOf(statusCode(code))).toBe(progress);
  });

  it.each(['13', '15', '16'])('%s asks or answers, and is no progress', (code) => {
    expect(reportCode(code)).toBe(code);
    expect(() => statusCode(code)).toThrow(StatusUnknown);
  });

  it.each(['07', '08', '09', '10', '11', '12', '14', '00', '1', '', ' 01', '01 ', 'constructor'])(
    '%j is none',
    (code) => {
      expect(() => statusCode(code)).toThrow(StatusUnknown);
      expect(() => reportCode(code)).toThrow(StatusUnknown);
    },
  );
});

describe('the way of a document', () => {
  it('goes forward from routed to completed', () => {
    const way = [
      'routed',
      'sent',
      'arrived',
      'received',
      'assigned',
      'processing',
      'completed',
    ] as const;
    expect(way.map(rank)).toStrictEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('lets a refusal overtake every other step', () => {
    expect(rank('refused')).toBeGreaterThan(rank('processing'));
  });
});
