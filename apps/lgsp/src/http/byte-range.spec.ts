import { describe, expect, it } from '@jest/globals';
import { byteRangeIn } from './byte-range.js';

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=500-999', { from: 500, to: 999 }],
    ['Bytes=500-', { from: 500 }],
    ['bytes=-500', { last: 500 }],
    ['bytes=-0', { last: 0 }],
  ])('is read: %s', (header, range) => {
    expect(byteRangeIn(header)).toStrictEqual(range);
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'lines=1-2', '0-1'])(
    'is none, and the whole is meant: %j',
    (header) => {
      expect(byteRangeIn(header)).toBeUndefined();
    },
  );
});
