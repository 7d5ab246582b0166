import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePlaces, decodeCursor, encodeCursor } from './cursor.js';
import { InvalidCursor } from './errors.js';

const place = fc.record({ sequence: fc.nat(), entry: fc.nat(1_000) }, { noNullPrototype: true });

describe('a cursor', () => {
  it('leads back to its place', () => {
    fc.assert(
      fc.property(place, (somewhere) => {
        expect(decodeCursor(encodeCursor(somewhere))).toStrictEqual(somewhere);
      }),
      { seed: 1 },
    );
  });

  it('is refused when nobody gave it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text)).toThrow(InvalidCursor);
      }),
      { seed: 1 },
    );
  });

  it('orders by sequence, then by entry', () => {
    const places = [
      { sequence: 10, entry: 0 },
      { sequence: 9, entry: 2 },
      { sequence: 9, entry: 1 },
    ];
    expect(
      places.sort(comparePlaces).map(({ sequence, entry }) => [sequence, entry]),
    ).toStrictEqual([
      [9, 1],
      [9, 2],
      [10, 0],
    ]);
  });
});
