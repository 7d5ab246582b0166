import { describe, expect, it } from '@jest/globals';
import { BackOff } from './backoff.js';

const AT_ONCE = 10;
const STEADY = 60_000;

describe('the pause before a process is started again', () => {
  it('grows while the process keeps dying, up to five seconds', () => {
    const backOff = new BackOff();
    const delays = Array.from({ length: 9 }, () => backOff.delayAfter(AT_ONCE));
    expect(delays).toStrictEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]);
  });

  it('is short again after a steady life', () => {
    const backOff = new BackOff();
    for (let death = 0; death < 5; death += 1) backOff.delayAfter(AT_ONCE);
    expect(backOff.delayAfter(STEADY)).toBe(100);
  });
});
