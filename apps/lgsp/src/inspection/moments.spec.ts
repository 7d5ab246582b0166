import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { InvalidField } from '../http/http.errors.js';
import { tenantClock } from '@lienthong/platform';
import { Tenant } from '../tenant.js';
import { type Moment, momentIn, Moments } from './moments.js';

const LAST = 100;
const TODAY = '2020-03-02';
const SCENARIO = tenantClock({ kind: 'scenario', at: instant('2020-03-02T07:00:00+07:00') });
const REAL = tenantClock({ kind: 'system' });
const { signal } = new AbortController();

/** Everything up to event 60 was recorded by the time; or nothing yet. */
const moments = (clock: typeof REAL, recorded: number): Moments => {
  const store = { lastSequence: () => Promise.resolve(LAST) };
  const readModels = { waitFor: () => Promise.resolve() };
  const history = { sequenceAt: () => Promise.resolve(recorded) };
  const tenant = new Tenant('H39', clock);
  return new Moments(store as never, readModels as never, history as never, tenant);
};

const at = (text: string): Moment => ({ at: instant(text) });

describe('a moment to look back to', () => {
  it('is named as a time, a day up to its end in Vietnam, or a cursor', () => {
    const named = (asOf?: string) => momentIn(asOf === undefined ? {} : { asOf });
    expect(named()).toBeUndefined();
    expect(named('2020-03-02T09:00:00+07:00')).toStrictEqual(at('2020-03-02T09:00:00+07:00'));
    expect(named('2020-03-02')).toStrictEqual(at('2020-03-02T23:59:59.999+07:00'));
    expect(named('5000')).toStrictEqual({ sequence: 5_000 });
    for (const wrong of ['2020-02-30', '2020-13-01', 'xyz', '1e3'])
      expect(() => named(wrong)).toThrow(InvalidField);
  });

  it.each([
    [40, 40],
    [200, LAST],
  ])('at cursor %i is event %i', async (cursor, sequence) => {
    const horizon = await moments(SCENARIO, 0).horizonAt({ sequence: cursor }, signal);
    expect(horizon).toStrictEqual({ sequence });
  });

  it('is what had been recorded by a time', async () => {
    const then = at('2026-11-22T09:00:00+07:00');
    expect(await moments(REAL, 60).horizonAt(then, signal)).toStrictEqual({ sequence: 60 });
    expect(await moments(SCENARIO, 60).horizonAt(then, signal)).toStrictEqual({ sequence: 60 });
  });

  it('before anything was recorded is one of the scenario, and nothing where time is real', async () => {
    const then = at('2020-03-02T09:00:00+07:00');
    expect(await moments(SCENARIO, 0).horizonAt(then, signal)).toStrictEqual({
      sequence: LAST,
      happenedBy: instant('2020-03-02T09:00:00+07:00'),
    });
    expect(await moments(REAL, 0).horizonAt(then, signal)).toStrictEqual({ sequence: 0 });
  });

  it.each([
    {
      what: 'of the scenario',
      asked: moments(SCENARIO, 0),
      moment: at('2020-03-09T09:00:00+07:00'),
      day: '2020-03-09',
    },
    {
      what: 'of the recording of a scenario',
      asked: moments(SCENARIO, 60),
      moment: at('2026-11-22T09:00:00+07:00'),
      day: TODAY,
    },
    {
      what: 'that is real',
      asked: moments(REAL, 60),
      moment: at('2020-02-27T23:00:00+07:00'),
      day: '2020-02-27',
    },
    {
      what: 'that is yet to come',
      asked: moments(REAL, 60),
      moment: at('2020-04-01T09:00:00+07:00'),
      day: TODAY,
    },
    { what: 'at a cursor', asked: moments(REAL, 60), moment: { sequence: 40 }, day: TODAY },
  ])('$what says of which day it is asked what stands', async ({ asked, moment, day }) => {
    const horizon = await asked.horizonAt(moment, signal);
    expect(asked.dayOf(moment, horizon, TODAY)).toBe(day);
  });
});
