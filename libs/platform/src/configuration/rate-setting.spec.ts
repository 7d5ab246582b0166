import { describe, expect, it } from '@jest/globals';
import { rateSetting, rateText } from './rate-setting.js';

describe('the rate of requests', () => {
  it.each([
    ['200', 200, {}],
    ['200, qlvb-ubnd=500 ,kho=0.5', 200, { 'qlvb-ubnd': 500, kho: 0.5 }],
  ])('is read from %j and written back', (text, perSecond, of) => {
    const setting = rateSetting(text);
    expect(setting).toStrictEqual({ perSecond, of: new Map(Object.entries(of)) });
    expect(rateSetting(rateText(setting))).toStrictEqual(setting);
  });

  it.each(['', '0', '-1', 'many', 'Infinity', '200,', '200,kho', '200,kho=', '200,kho=0', 'kho=1'])(
    'is not %j',
    (text) => {
      expect(() => rateSetting(text)).toThrow(RangeError);
    },
  );
});
