import { describe, expect, it } from '@jest/globals';
import { NotYetSupported, StatusUnknown } from './delivery.errors.js';
import { isTerminal, progressOf, rank, statusCode } from './status.js';

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

  it.each(['13', '15', '16'])('%s is known and not carried yet', (code) => {
    expect(() => statusCode(code)).toThrow(NotYetSupported);
  });

  it.each(['07', '08', '09', '10', '11', '12', '14', '00', '1', '', ' 01', '01 ', 'constructor'])(
    '%j is none',
    (code) => {
      expect(() => statusCode(code)).toThrow(StatusUnknown);
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

  it('ends with a refusal or with completion', () => {
    expect(isTerminal('refused')).toBe(true);
    expect(isTerminal('completed')).toBe(true);
    expect(isTerminal('processing')).toBe(false);
  });
});
