import { describe, expect, it } from '@jest/globals';
import { RequestRing } from './request-ring.js';

const entry = {
  at: 0,
  method: 'GET',
  route: '/v1/inbox',
  status: 200,
  durationMs: 1.5,
  receivedBytes: 0,
  sentBytes: 200,
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
};

const ringOf = (requests: number): RequestRing => {
  const ring = new RequestRing(3);
  for (let count = 0; count < requests; count += 1) ring.add(entry);
  return ring;
};

const numbers = (ring: RequestRing, before?: number): number[] =>
  [...ring.from(before)].map(({ number }) => number);

describe('the last requests of a system', () => {
  it('are told newest first', () => {
    expect(numbers(ringOf(0))).toStrictEqual([]);
    expect(numbers(ringOf(2))).toStrictEqual([1, 0]);
    expect(numbers(ringOf(3))).toStrictEqual([2, 1, 0]);
  });

  it('are as many as are kept, and no more', () => {
    expect(numbers(ringOf(4))).toStrictEqual([3, 2, 1]);
    expect(numbers(ringOf(1_000))).toStrictEqual([999, 998, 997]);
  });

  it('go on where somebody stopped, over what has gone meanwhile', () => {
    expect(numbers(ringOf(7), 6)).toStrictEqual([5, 4]);
    expect(numbers(ringOf(7), 4)).toStrictEqual([]);
    expect(numbers(ringOf(7), 0)).toStrictEqual([]);
    expect(numbers(ringOf(2), 500)).toStrictEqual([1, 0]);
  });
});
