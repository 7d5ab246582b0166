import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { readDate, readTimestamp, writeDate, writeTimestamp } from './lexical.js';
import { UnwritablePacket } from './packet.errors.js';

describe('a day', () => {
  it.each([
    ['2020/10/30', '2020-10-30'],
    ['30/10/2020', '2020-10-30'],
    ['2020-10-30', '2020-10-30'],
    ['1/2/2020', '2020-02-01'],
    ['2020/02/29 07:30:00', '2020-02-29'],
    ['2020-02-28T17:00:00.000Z', '2020-02-29'],
    ['2020-02-29T00:00:00+07:00', '2020-02-29'],
    ['2014/02/30', undefined],
    ['2019/02/29', undefined],
    ['2020/13/01', undefined],
    ['0000/01/01', undefined],
    ['0001/01/01', undefined],
    ['9999/12/31', '9999-12-31'],
    ['10/30/2020', undefined],
    ['2020', undefined],
    ['hôm nay', undefined],
    [undefined, undefined],
  ])('written %j is %j', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('is written with slashes', () => {
    expect(writeDate('2020-10-30')).toBe('2020/10/30');
  });

  it.each(['2014-02-30', '30/10/2020', ''])('that does not exist is not written: %j', (date) => {
    expect(() => writeDate(date)).toThrow(UnwritablePacket);
  });
});

describe('a time', () => {
  it.each([
    ['2015/09/20 11:08:36', '2015-09-20T11:08:36+07:00'],
    ['30/10/2020 00:00:00', '2020-10-30T00:00:00+07:00'],
    ['2015/09/20 11:08', '2015-09-20T11:08:00+07:00'],
    ['2015/09/20', '2015-09-20T00:00:00+07:00'],
    ['2015-09-20T11:08:36.123Z', '2015-09-20T11:08:36Z'],
    ['2015-09-20T11:08:36-0530', '2015-09-20T11:08:36-05:30'],
    ['9999/12/31 23:59:59', '9999-12-31T23:59:59+07:00'],
  ])('written %j is on the clock of Vietnam', (text, time) => {
    expect(readTimestamp(text)).toBe(instant(time));
  });

  it.each([
    '2015/09/31 11:08:36',
    '2015/09/20 24:00:00',
    '2015/09/20 11:60:00',
    '0000/01/01 07:00:00',
    '11:08:36',
    '',
  ])('that does not exist is none: %j', (text) => {
    expect(readTimestamp(text)).toBeUndefined();
  });

  it('is written in whole seconds', () => {
    expect(writeTimestamp(instant('2015-09-20T17:59:59.999Z'))).toBe('2015/09/21 00:59:59');
  });

  it.each([Number.NaN, 8.64e15, -8e13, Date.parse('0001-01-01T01:00:00Z')])(
    'that has no four-digit year is not written: %j',
    (at) => {
      expect(() => writeTimestamp(at)).toThrow(UnwritablePacket);
    },
  );
});
