import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Acknowledged, type Worklist } from './acknowledged.js';

const LIST: Worklist = { system: 'office', name: 'arrivals' };

/** A store that keeps nothing but checkpoints. */
const newStore = () => {
  const saved = new Map<string, number>();
  const checkpoints = {
    load: (name: string) => Promise.resolve(saved.get(name) ?? 0),
    save: (name: string, value: number) => {
      expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      saved.set(name, value);
      return Promise.resolve();
    },
  };
  return { store: { checkpoints }, saved };
};

/** A list of these entries, as a process reads it that may have started just now. */
const worklist = (store: unknown, sequences: readonly number[]) => {
  const acknowledged = new Acknowledged(store as never);
  const behind = async (): Promise<readonly number[]> => {
    const mark = await acknowledged.mark(LIST);
    return sequences.filter((each) => each > mark);
  };
  return {
    acknowledge: (sequence: number) => acknowledged.acknowledge(LIST, sequence, behind),
    open: async () => {
      const left = await behind();
      const done = await acknowledged.among(LIST, left);
      return left.filter((each) => !done.has(each));
    },
  };
};

const entries = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 });

describe('what a system has acknowledged', () => {
  it('is gone from its list for good, in whatever order, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.nat({ max: 20 }), async (shuffled, count) => {
        const { store } = newStore();
        const sequences = shuffled.toSorted((a, b) => a - b);
        const list = worklist(store, sequences);
        const done = shuffled.slice(0, count);
        await Promise.all(done.map((each) => list.acknowledge(each)));
        const left = sequences.filter((each) => !done.includes(each));
        expect(await list.open()).toStrictEqual(left);
        expect(await worklist(store, sequences).open()).toStrictEqual(left);
      }),
    );
  });

  it('is one number where it is worked off in its order', async () => {
    const { store, saved } = newStore();
    const list = worklist(store, [3, 5, 8]);
    for (const each of [3, 5, 8, 5]) await list.acknowledge(each);
    expect([...saved.values()]).toStrictEqual([8]);
  });
});
