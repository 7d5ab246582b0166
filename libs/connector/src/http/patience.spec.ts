import { describe, expect, it } from '@jest/globals';
import { type Patience, patiently, type Transient } from './patience.js';

const quick: Patience = { attempts: 3, firstDelayMs: 1, longestDelayMs: 2 };
const passing = new Error('away');
const final = new Error('no');

const transient = (error: unknown): Transient | undefined =>
  error === passing ? { afterMs: 0 } : undefined;

/** Fails with each of `failures` in turn, then answers how often it was called. */
const failing = (...failures: readonly Error[]): (() => Promise<number>) => {
  let calls = 0;
  return () => {
    const failure = failures[calls];
    calls += 1;
    return failure === undefined ? Promise.resolve(calls) : Promise.reject(failure);
  };
};

describe('patience', () => {
  it('repeats what may pass until it passes', async () => {
    const answer = patiently(quick, undefined, transient, failing(passing, passing));
    await expect(answer).resolves.toBe(3);
  });

  it('ends with the failure itself', async () => {
    const attempt = failing(passing, passing, passing);
    await expect(patiently(quick, undefined, transient, attempt)).rejects.toBe(passing);
  });

  it('does not repeat what is final', async () => {
    const attempt = failing(final);
    await expect(patiently(quick, undefined, transient, attempt)).rejects.toBe(final);
    await expect(attempt()).resolves.toBe(2);
  });

  it('waits at least as long as it was asked to', async () => {
    const asked = (): Transient => ({ afterMs: 40 });
    const started = performance.now();
    await patiently(quick, undefined, asked, failing(passing));
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
  });

  it('has no end when it is endless, but for the signal', async () => {
    const endless = { ...quick, attempts: Number.POSITIVE_INFINITY };
    const many = Array.from({ length: 50 }, () => passing);
    await expect(patiently(endless, undefined, transient, failing(...many))).resolves.toBe(51);
    const given = patiently(endless, AbortSignal.timeout(20), transient, () =>
      Promise.reject(passing),
    );
    await expect(given).rejects.toHaveProperty('name', 'AbortError');
  });
});
