import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformStatus } from '../../apps/cli/src/platform/operator-answers.js';
import { type Province, startProvince } from '../e2e/fixture.js';
import { BEGINNING, differences, type Outcome, playMorning } from './morning.js';
import { eventually, reached } from './watching.js';

const MINUTES = 60_000;

let province: Province | undefined;
let undisturbed: Outcome;

const ended = async (): Promise<void> => {
  const last = province;
  province = undefined;
  await last?.end();
};

beforeAll(async () => {
  province = await startProvince();
  undisturbed = await playMorning(province.platform, BEGINNING);
  await ended();
}, 3 * MINUTES);

afterEach(ended, MINUTES);

/** What waits for the axis, the longest time of all first. */
const waitingFor = ({ processes }: PlatformStatus) => {
  const outbound = processes.find(({ name }) => name === 'axis-outbound');
  return { waiting: outbound?.waiting ?? 0, seconds: outbound?.oldestWaitingSeconds ?? 0 };
};

describe('the first 120 documents of a morning on which the axis is away for a while', () => {
  it(
    'says what waits and for how long, stays ready, and ends as any other',
    async () => {
      province = await startProvince();
      const { platform } = province;
      const { operator, addresses } = platform;
      const { lastSequence: start } = await operator.status();
      const playing = playMorning(platform, BEGINNING);
      playing.catch(() => undefined);
      await reached(platform, start + (undisturbed.events >> 3));
      await platform.stopService('national');

      const early = await eventually('something that waits for the axis', async () => {
        const status = await operator.status();
        const { waiting, seconds } = waitingFor(status);
        return waiting > 0 && seconds >= 1 && status.axis.reachable === false ? status : undefined;
      });
      const late = await eventually('a backlog that grows older', async () => {
        const status = await operator.status();
        return waitingFor(status).seconds >= waitingFor(early).seconds + 2 ? status : undefined;
      });
      expect(waitingFor(late).waiting).toBeGreaterThan(0);
      const ready = await fetch(new URL('/health/ready', addresses.platform));
      expect(ready.status).toBe(200);

      await platform.startService('national');
      const disturbed = await playing;
      expect(differences(undisturbed, disturbed)).toEqual([]);
      const after = await operator.status();
      expect(waitingFor(after)).toEqual({ waiting: 0, seconds: 0 });
      expect(after.axis.reachable).toBe(true);
    },
    4 * MINUTES,
  );
});
