import { describe, expect, it } from '@jest/globals';
import { allOf, gateOf } from './gate.js';

describe('a gate', () => {
  it('lets so many in at a time, and everybody in the end', async () => {
    const gate = gateOf(3);
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => gate(work)));
    expect({ inside, most }).toEqual({ inside: 0, most: 3 });
  });

  it('lets the next one in after a failure', async () => {
    const gate = gateOf(1);
    await expect(gate(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate(() => Promise.resolve('in'))).resolves.toBe('in');
  });
});

describe('waiting for all', () => {
  it('waits for the slow ones before it tells of a failure', async () => {
    let done = false;
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => {
      done = true;
    });
    await expect(allOf([Promise.reject(new Error('no')), slow])).rejects.toThrow('no');
    expect(done).toBe(true);
  });
});
