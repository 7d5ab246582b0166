import { describe, expect, it } from '@jest/globals';
import { PlatformProblem } from '@lienthong/connector';
import { instant, standingClock } from '@lienthong/kernel';
import { PlatformTime } from './platform-time.js';

const at = instant('2020-03-02T08:00:00+07:00');
const now = instant('2026-01-05T08:00:00+07:00');

const refusal = (code: string): PlatformProblem =>
  new PlatformProblem({ type: `/problems/${code}`, code, status: 422 });

describe('the time of the platform', () => {
  const named: (number | undefined)[] = [];
  const onScenario = (time?: number): Promise<string> => {
    named.push(time);
    return Promise.resolve('taken');
  };
  const inRealTime = (time?: number): Promise<string> => {
    named.push(time);
    return time === undefined
      ? Promise.resolve('taken')
      : Promise.reject(refusal('time-not-allowed'));
  };

  it("is named where it is a scenario's", async () => {
    named.length = 0;
    const time = new PlatformTime(standingClock(now));
    expect(await time.naming(at, onScenario)).toBe('taken');
    expect(named).toEqual([at]);
    expect(time.present()).toBeUndefined();
  });

  it('is not named again once the platform has refused it', async () => {
    named.length = 0;
    const time = new PlatformTime(standingClock(now));
    expect(await time.naming(at, inRealTime)).toBe('taken');
    expect(await time.naming(at, inRealTime)).toBe('taken');
    expect(named).toEqual([at, undefined, undefined]);
    expect(time.present()).toBe(now);
  });

  it('is named still after any other refusal', async () => {
    const time = new PlatformTime(standingClock(now));
    const unknown = time.naming(at, () => Promise.reject(refusal('recipient-unknown')));
    await expect(unknown).rejects.toThrow('recipient-unknown');
    expect(time.present()).toBeUndefined();
  });
});
