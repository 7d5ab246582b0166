import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { answersInOrder } from './answers-in-order.js';

/** Ends when it is told to. */
const pending = () => {
  let end: (text: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { ended, end };
};

async function* itemsOf<Item>(...items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

const SMALL = () => 1;

describe('answers to many', () => {
  it('come in the order of the questions, whichever ends first', async () => {
    const [first, second] = [pending(), pending()];
    const answers = answersInOrder({
      items: itemsOf(first, second),
      sizeOf: SMALL,
      answer: async ({ ended }, number) => `${String(number)}${await ended};`,
    });
    second.end('b');
    await Promise.resolve();
    first.end('a');
    expect(await text(answers)).toBe('1a;2b;');
  });

  it('come before the last question was asked', async () => {
    const asked = pending();
    async function* items(): AsyncGenerator<string> {
      yield 'one;';
      yield asked.ended;
    }
    const answers = answersInOrder({
      items: items(),
      sizeOf: SMALL,
      answer: (item) => Promise.resolve(item),
    });
    const heard: string[] = [];
    for await (const part of answers) {
      heard.push(String(part));
      asked.end('two;');
    }
    expect(heard).toStrictEqual(['one;', 'two;']);
  });

  it('are worked on a thousand at a time', async () => {
    let [now, most] = [0, 0];
    const answers = answersInOrder({
      items: itemsOf(...Array.from({ length: 3_000 }, (_, at) => at)),
      sizeOf: SMALL,
      answer: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
        return '.';
      },
    });
    expect(await text(answers)).toHaveLength(3_000);
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThanOrEqual(1_000);
  });

  it('hold no more of what is large than fits, but one of any size', async () => {
    const MIB = 1024 * 1024;
    let [now, most] = [0, 0];
    const answers = answersInOrder({
      items: itemsOf(3 * MIB, 3 * MIB, 3 * MIB, 20 * MIB, MIB),
      sizeOf: (size) => size,
      answer: async (size) => {
        now += size;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= size;
        return '.';
      },
    });
    expect(await text(answers)).toBe('.....');
    expect(most).toBe(20 * MIB);
  });

  it('break off where the questions do', async () => {
    async function* items(): AsyncGenerator<string> {
      yield await Promise.resolve('one;');
      throw new Error('cut off');
    }
    const answers = answersInOrder({
      items: items(),
      sizeOf: SMALL,
      answer: (item) => Promise.resolve(item),
    });
    await expect(text(answers)).rejects.toThrow('Premature close');
  });
});
