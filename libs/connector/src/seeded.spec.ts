import { describe, expect, it } from '@jest/globals';
import { seeded } from './seeded.js';

const draw = (...args: Parameters<typeof seeded>): readonly number[] => {
  const numbers = seeded(...args);
  return Array.from({ length: 1_000 }, () => numbers.between(1, 10));
};

describe('seeded numbers', () => {
  it('are the same for the same seed and parts', () => {
    expect(draw(7, 'a', 'b')).toEqual(draw(7, 'a', 'b'));
  });

  it('differ by seed, by part and by where a part ends', () => {
    const texts = [draw(7, 'a', 'b'), draw(8, 'a', 'b'), draw(7, 'ab'), draw(7, 'a', 'c')];
    expect(new Set(texts.map(String)).size).toBe(4);
  });

  it('reach both ends of a range and nothing beyond', () => {
    expect([...new Set(draw(1))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('come true about as often as asked', () => {
    const numbers = seeded(1);
    const hits = Array.from({ length: 2_000 }, () => numbers.chance(0.03)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(30);
    expect(hits).toBeLessThan(95);
  });

  it('pick one of what there is, and nothing of nothing', () => {
    expect(['x', 'y']).toContain(seeded(1).pick(['x', 'y']));
    expect(() => seeded(1).pick([])).toThrow(RangeError);
  });

  it('stay as they were: recorded runs depend on them', () => {
    expect(draw(2020, 'H39').slice(0, 8)).toEqual([1, 10, 2, 2, 10, 1, 2, 7]);
  });
});
