import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.js';
import { Refusal } from './refusal.js';

class Refused extends Refusal {}

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('work in turn', () => {
  it('waits for what was asked for before under the same key, even where that was refused', async () => {
    const turns = new InTurn();
    const { open, opened } = gate();
    const done: string[] = [];
    const first = turns.run('a', async () => {
      await opened;
      done.push('first');
      throw new Refused('refused');
    });
    const second = turns.run('a', () => Promise.resolve(done.push('second')));
    await turns.run('b', () => Promise.resolve(done.push('other')));
    open();
    await expect(first).rejects.toThrow('refused');
    await second;
    expect(done).toStrictEqual(['other', 'first', 'second']);
  });

  it('does not overtake work that failed and may be asked for again', async () => {
    const turns = new InTurn();
    const done: string[] = [];
    const attempts = [
      turns.run('a', () => Promise.reject(new Error('away'))),
      turns.run('a', () => Promise.resolve(done.push('second'))),
      turns.run('a', () => Promise.resolve(done.push('third'))),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow('away');
    expect(done).toStrictEqual([]);
    expect(turns.isBusy('a')).toBe(false);
    await turns.run('a', () => Promise.resolve(done.push('again')));
    expect(done).toStrictEqual(['again']);
  });
});
