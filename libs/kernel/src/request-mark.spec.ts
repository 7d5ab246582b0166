import { describe, expect, it } from '@jest/globals';
import { IdempotencyKeyReused, isCarriedOut, requestMark } from './request-mark.js';

const mark = requestMark('operator', 'one', { path: '/v1/systems', body: { a: 1, b: 2 } });

describe('a request under a key of its caller', () => {
  it('is known again, whatever the order of what it says', () => {
    const again = requestMark('operator', 'one', { body: { b: 2, a: 1 }, path: '/v1/systems' });
    expect(isCarriedOut(again, [undefined, mark])).toBe(true);
  });

  it('is another one under another key, or of another caller', () => {
    const input = { path: '/v1/systems', body: { a: 1, b: 2 } };
    expect(isCarriedOut(requestMark('operator', 'two', input), [mark])).toBe(false);
    expect(isCarriedOut(requestMark('system x', 'one', input), [mark])).toBe(false);
    expect(isCarriedOut(mark, [])).toBe(false);
    expect(isCarriedOut(undefined, [mark])).toBe(false);
  });

  it('is refused when it says something else', () => {
    const other = requestMark('operator', 'one', { path: '/v1/systems', body: { a: 1, b: 3 } });
    expect(() => isCarriedOut(other, [mark])).toThrow(IdempotencyKeyReused);
  });
});
