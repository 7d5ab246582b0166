import { describe, expect, it } from '@jest/globals';
import { formatPlaces, parsePlaces, type PartPlaces, placeOf, withRun } from './part-places.js';

describe('the places of the parts', () => {
  it('are told by the runs of neighbours alone', () => {
    let places: PartPlaces = [];
    for (const run of [
      { part: 0, sequence: 4_711 },
      { part: 8, sequence: 4_719 },
      { part: 16, sequence: 4_730 },
    ]) {
      places = withRun(places, run);
    }
    expect(formatPlaces(places)).toBe('0:4711 16:4730');
    expect([0, 7, 8, 15, 16, 20].map((part) => placeOf(places, part))).toEqual([
      4_711, 4_718, 4_719, 4_726, 4_730, 4_734,
    ]);
  });

  it('count from the entry where it was written with them', () => {
    const places = parsePlaces('0:4711 16:-3', 4_760);
    expect(places && [15, 16, 18].map((part) => placeOf(places, part))).toEqual([
      4_726, 4_757, 4_759,
    ]);
  });

  it.each([undefined, '', '1:5', '0:', '0:0', '0:5 8', '0:5  8:9', '0:5 8:x', 'a'])(
    'are unknown where the entry says %p',
    (text) => {
      expect(parsePlaces(text, 100)).toBeUndefined();
    },
  );
});
