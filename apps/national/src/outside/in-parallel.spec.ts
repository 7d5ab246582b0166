import { describe, expect, it } from '@jest/globals';
import { inParallel } from './in-parallel.js';

describe('working in parallel', () => {
  it('does everything once, never more than the width at one time', async () => {
    const done: number[] = [];
    let running = 0;
    let widest = 0;
    await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      running += 1;
      widest = Math.max(widest, running);
      await Promise.resolve();
      running -= 1;
      done.push(item);
    });
    expect(done.sort()).toStrictEqual([1, 2, 3, 4, 5]);
    expect(widest).toBe(2);
  });

  it('does the others when one fails, then says so', async () => {
    const done: number[] = [];
    const work = (item: number): Promise<void> => {
      if (item === 2) return Promise.reject(new Error('two'));
      done.push(item);
      return Promise.resolve();
    };
    await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow('two');
    expect(done).toStrictEqual([1, 3, 4]);
  });
});
