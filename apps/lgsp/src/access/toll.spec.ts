import { describe, expect, it } from '@jest/globals';
import { rateSetting } from '@lienthong/platform';
import { TooManyRequests } from './access.errors.js';
import { type Caller } from './caller.js';
import { Rates } from './rates.js';
import { chargeLines, Toll } from './toll.js';

const office: Caller = {
  kind: 'system',
  system: { id: 'office', kind: 'eoffice', name: 'Office', agencies: new Set() },
};

/** Asks as `caller`; answers the headers, and the request that it came with. */
const asking = (toll: Toll, caller: Caller) => {
  const headers: Record<string, unknown> = {};
  const request = {};
  const response = { setHeader: (name: string, value: unknown) => (headers[name] = value) };
  const ask = (): void => {
    toll.take(caller, request, response as never);
  };
  return { ask, headers, request };
};

const newToll = (rate: string): Toll => new Toll(new Rates(rateSetting(rate), () => 0));

describe('the toll', () => {
  it('tells a system what it has left, and when to come again', () => {
    const { ask, headers } = asking(newToll('1'), office);
    ask();
    expect(headers).toStrictEqual({
      'RateLimit-Policy': '"requests";q=5;w=5',
      RateLimit: '"requests";r=4;t=1',
    });
    for (let left = 4; left > 0; left -= 1) ask();
    expect(ask).toThrow(new TooManyRequests(1));
    expect(headers.RateLimit).toBe('"requests";r=0;t=5');
  });

  it('is not for the operator', () => {
    const { ask, headers } = asking(newToll('0.1'), { kind: 'operator' });
    for (let times = 0; times < 100; times += 1) ask();
    expect(headers).toStrictEqual({});
  });

  it('is one more for each hundred lines after the first', () => {
    const { ask, headers, request } = asking(newToll('10'), office);
    ask();
    chargeLines(request, 100);
    ask();
    expect(headers.RateLimit).toMatch('r=48');
    chargeLines(request, 5_000);
    expect(ask).toThrow(TooManyRequests);
    expect(() => {
      chargeLines({}, 5_000);
    }).not.toThrow();
  });
});
