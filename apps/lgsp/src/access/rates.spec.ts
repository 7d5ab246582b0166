import { describe, expect, it } from '@jest/globals';
import { rateSetting } from '@lienthong/platform';
import { Rates } from './rates.js';

/** Two systems, 10 requests a second for most and one every two seconds for `slow`. */
const begun = () => {
  const clock = { ms: 0 };
  const rates = new Rates(rateSetting('10,slow=0.5'), () => clock.ms);
  const passed = (system: string, times: number): number =>
    Array.from({ length: times }, () => rates.take(system)).filter(
      ({ retryAfterSeconds }) => retryAfterSeconds === undefined,
    ).length;
  return { clock, rates, passed };
};

describe('how much a system sends', () => {
  it('is its quota at once, and its rate from then on', () => {
    const { clock, passed } = begun();
    expect(passed('a', 60)).toBe(50);
    clock.ms += 1_000;
    expect(passed('a', 60)).toBe(10);
    clock.ms += 60_000;
    expect(passed('a', 60)).toBe(50);
  });

  it('never is more than its rate, however it is spread', () => {
    const { clock, passed } = begun();
    let sent = 0;
    for (; clock.ms < 60_000; clock.ms += 7) sent += passed('a', 1);
    expect(sent).toBeLessThanOrEqual(50 + 600);
    expect(sent).toBeGreaterThanOrEqual(50 + 598);
  });

  it('is no other system’s matter', () => {
    const { passed } = begun();
    expect([passed('greedy', 1_000), passed('modest', 50)]).toStrictEqual([50, 50]);
  });

  it('may be set for one alone', () => {
    const { clock, rates, passed } = begun();
    expect(passed('slow', 10)).toBe(2);
    expect(rates.take('slow')).toStrictEqual({
      quota: 2,
      windowSeconds: 4,
      remaining: 0,
      resetSeconds: 4,
      retryAfterSeconds: 2,
    });
    clock.ms += 1_999;
    expect(passed('slow', 1)).toBe(0);
    clock.ms += 1;
    expect(passed('slow', 2)).toBe(1);
  });

  it('is told with every request', () => {
    const { rates } = begun();
    expect(rates.take('a')).toStrictEqual({
      quota: 50,
      windowSeconds: 5,
      remaining: 49,
      resetSeconds: 1,
    });
  });

  it('may be owed: what a request cost is taken of what is yet to come', () => {
    const { clock, rates, passed } = begun();
    rates.charge('a', 70);
    expect(rates.take('a').retryAfterSeconds).toBe(3);
    clock.ms += 2_000;
    expect(passed('a', 1)).toBe(0);
    clock.ms += 100;
    expect(passed('a', 10)).toBe(1);
  });
});
