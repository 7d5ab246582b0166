import { describe, expect, it } from '@jest/globals';
import { add, append } from '../model/row.js';
import { BatchEffects } from './batch-effects.js';

describe('the effects of a batch', () => {
  it('are the last value of each row and the sum of each counter', () => {
    const effects = new BatchEffects();
    effects.take(1, [
      { type: 'put', row: 'a:1', value: { n: 1 } },
      add('h', 'x'),
      add('h', 'x', 4),
    ]);
    effects.take(2, [{ type: 'put', row: 'a:1', value: { n: 2 } }, add('h', 'y', -1)]);
    expect([...effects.rows]).toStrictEqual([['a:1', { n: 2 }]]);
    expect([...(effects.counters.get('h') ?? [])]).toStrictEqual([
      ['x', 5],
      ['y', -1],
    ]);
  });

  it('give each entry an id that grows with the log', () => {
    const effects = new BatchEffects();
    effects.take(9, [append('s', {}), append('s', {})]);
    effects.take(10, [append('s', {})]);
    expect(effects.entries.map(({ id }) => id)).toStrictEqual(['9-0', '9-1', '10-0']);
  });
});
