import { describe, expect, it } from '@jest/globals';
import { type FaultKind } from '@lienthong/connector';
import { Faults } from './faults.js';

const struck = (kind: FaultKind, probability: number, seed = '1'): string => {
  const faults = new Faults();
  faults.on(kind, { probability, seed, milliseconds: 5 });
  return Array.from({ length: 200 }, () => (faults.strikes(kind) ? 'x' : '.')).join('');
};

const items = Array.from({ length: 50 }, (_, n) => n);

describe('a fault of the axis', () => {
  it('strikes nobody before it is switched on, nor after it is switched off', () => {
    const faults = new Faults();
    expect(faults.strikes('outage')).toBe(false);
    faults.on('outage', { probability: 1, seed: '1', milliseconds: 5 });
    expect(faults.strikes('outage')).toBe(true);
    faults.off('outage');
    expect(faults.strikes('outage')).toBe(false);
    expect(faults.list()).toEqual([]);
  });

  it('strikes as often as it is told, the same for the same seed', () => {
    expect(struck('loss-of-answers', 0.3)).toBe(struck('loss-of-answers', 0.3));
    expect(struck('loss-of-answers', 0.3)).not.toBe(struck('loss-of-answers', 0.3, '2'));
    const times = struck('loss-of-answers', 0.3).replaceAll('.', '').length;
    expect(times).toBeGreaterThan(35);
    expect(times).toBeLessThan(85);
  });

  it('tells how often it struck', () => {
    const faults = new Faults();
    faults.on('latency', { probability: 1, seed: '1', milliseconds: 7 });
    expect([faults.delayMs(), faults.delayMs()]).toEqual([7, 7]);
    expect(faults.list()).toEqual([
      { kind: 'latency', probability: 1, seed: '1', milliseconds: 7, struck: 2 },
    ]);
  });

  it('repeats and reorders what is in a list, and leaves nothing out', () => {
    const faults = new Faults();
    expect(faults.disturbed(items)).toEqual(items);
    faults.on('duplicates', { probability: 0.5, seed: '1', milliseconds: 5 });
    const repeated = faults.disturbed(items);
    expect(repeated.length).toBeGreaterThan(items.length);
    expect([...new Set(repeated)]).toEqual(items);
    faults.off('duplicates');
    faults.on('reordering', { probability: 1, seed: '1', milliseconds: 5 });
    const reordered = faults.disturbed(items);
    expect(reordered).not.toEqual(items);
    expect([...reordered].sort((a, b) => a - b)).toEqual(items);
  });
});
