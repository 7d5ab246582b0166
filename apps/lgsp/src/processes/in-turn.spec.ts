import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.js';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('work in turn', () => {
  it('waits for what was asked for before under the same key, even where that failed', async () => {
    const turns = new InTurn();
    const { open, opened } = gate();
    const done: string[] = [];
    const first = turns.run('a', async () => {
      await opened;
      done.push('first');
      throw new Error('failed');
    });
    const second = turns.run('a', () => Promise.resolve(done.push('second')));
    await turns.run('b', () => Promise.resolve(done.push('other')));
    open();
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(done).toStrictEqual(['other', 'first', 'second']);
  });
});
