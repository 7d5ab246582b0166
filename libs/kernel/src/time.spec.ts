import { describe, expect, it } from '@jest/globals';
import { instant, isInstant, isLocalDate, localDate, startOf, toRfc3339 } from './time.js';

describe('an instant', () => {
  it.each([
    ['2020-03-02T07:00:00+07:00', '2020-03-02T00:00:00.000Z'],
    ['2020-02-29T23:59:59.5Z', '2020-02-29T23:59:59.500Z'],
    ['2020-03-01T00:30:00+07:00', '2020-02-29T17:30:00.000Z'],
    ['2019-12-31T20:00:00-05:30', '2020-01-01T01:30:00.000Z'],
    ['2020-02-29t23:59:59.9999999z', '2020-02-29T23:59:59.999Z'],
    ['2020-02-29T23:59:59.123456789+07:00', '2020-02-29T16:59:59.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, utc) => {
    expect(toRfc3339(instant(text))).toBe(utc);
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    ['a day that no month has', '2020-02-31T00:00:00Z'],
    ['29 February of a common year', '2019-02-29T00:00:00Z'],
    ['31 April', '2020-04-31T07:00:00+07:00'],
    ['a 13th month', '2020-13-01T00:00:00Z'],
    ['24 o’clock', '2020-01-01T24:00:00Z'],
    ['a 61st minute', '2020-01-01T23:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an impossible zone', '2020-01-01T00:00:00+24:00'],
    ['before the year 1', '0000-12-31T23:59:59.999Z'],
    ['before the year 0 in UTC', '0000-01-01T00:00:00+07:00'],
    ['after the year 9999 in UTC', '9999-12-31T23:59:59-12:00'],
    ['a point without a fraction', '2020-01-01T00:00:00.Z'],
    ['digits without a point', '2020-01-01T00:00:000Z'],
    ['no zone', '2020-01-01T00:00:00'],
    ['a day alone', '2020-01-01'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(() => instant(text)).toThrow(RangeError);
    expect(isInstant(text)).toBe(false);
  });

  it.each([Date.parse('0000-12-31T23:59:59.999Z'), Date.parse('+010000-01-01T00:00:00Z'), NaN])(
    'that could not be read back is not written: %j',
    (at) => {
      expect(() => toRfc3339(at)).toThrow(RangeError);
    },
  );
});

describe('a day', () => {
  it('begins at midnight in Vietnam', () => {
    expect(toRfc3339(startOf('2020-03-02'))).toBe('2020-03-01T17:00:00.000Z');
    expect(localDate(startOf('2020-03-02'))).toBe('2020-03-02');
    expect(localDate(startOf('2020-03-02') - 1)).toBe('2020-03-01');
  });

  it.each([
    ['2020-02-29', true],
    ['2019-02-29', false],
    ['2020-02-31', false],
    ['2020-00-10', false],
    ['2020-1-1', false],
    ['0000-01-01', false],
    ['0001-01-01', false],
    ['0001-01-02', true],
    ['9999-12-31', true],
    ['2020-01-01T00:00:00Z', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
  });
});
