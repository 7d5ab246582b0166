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

  it('on several keys waits for each of them, and is waited for on each', async () => {
    const turns = new InTurn();
    const [a, b] = [gate(), gate()];
    const done: string[] = [];
    const first = turns.run('a', () => a.opened.then(() => done.push('a')));
    const second = turns.run('b', () => b.opened.then(() => done.push('b')));
    const both = turns.runOnAll(['a', 'b', 'a'], () => Promise.resolve(done.push('both')));
    const after = turns.run('b', () => Promise.resolve(done.push('after')));
    b.open();
    await second;
    await new Promise(setImmediate);
    expect(done).toStrictEqual(['b']);
    a.open();
    await Promise.all([first, both, after]);
    expect(done).toStrictEqual(['b', 'a', 'both', 'after']);
    expect(turns.isBusy('a') || turns.isBusy('b')).toBe(false);
  });

  it('on several keys is taken down by a failure on one, and lets nobody overtake the others', async () => {
    const turns = new InTurn();
    const { open, opened } = gate();
    const done: string[] = [];
    const failing = turns.run('a', () => Promise.reject(new Error('away')));
    const slow = turns.run('b', () => opened.then(() => done.push('slow')));
    const both = turns.runOnAll(['a', 'b'], () => Promise.resolve(done.push('both')));
    await expect(failing).rejects.toThrow('away');
    await new Promise(setImmediate);
    expect(turns.isBusy('b')).toBe(true);
    open();
    await expect(both).rejects.toThrow('away');
    await slow;
    expect(done).toStrictEqual(['slow']);
  });
});
