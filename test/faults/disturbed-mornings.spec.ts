import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { seeded } from '@lienthong/connector';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PlatformStatus } from '../../apps/cli/src/platform/operator-answers.js';
import { type ServiceName, SERVICES } from '../../apps/cli/src/platform/platform-file.js';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';
import { type Province, startProvince } from '../e2e/fixture.js';
import { differences, differentTraces, type Outcome, playMorning } from './morning.js';
import { eventually, metricOf, reached } from './watching.js';

const MINUTES = 60_000;
const SEED = '2';
/** Time for answers that are on their way. */
const HELD_MS = 100;

/** When the axis goes, and when the kills begin; parts of the morning's events. */
const AWAY_AT = 0.1;
const BACK_BY = 0.2;

/** So many documents that went another way are told in full. */
const SHOWN = 3;

/** The broken projection is found out long before the end. */
const FEW = 60;

const BROKEN = new URL('broken-projection/broken.mjs', import.meta.url).href;

let province: Province | undefined;
let undisturbed: Outcome;
/** The log before the first document. */
let start = 0;

const started = async (options: Parameters<typeof startProvince>[0] = {}): Promise<Platform> => {
  province = await startProvince(options);
  start = (await province.platform.operator.status()).lastSequence;
  return province.platform;
};

const ended = async (): Promise<void> => {
  const last = province;
  province = undefined;
  await last?.end();
};

beforeAll(async () => {
  undisturbed = await playMorning(await started());
  await ended();
}, 3 * MINUTES);

afterEach(ended, MINUTES);

interface Kill {
  readonly victim: ServiceName;
  /** The event count at which it is due. */
  readonly due: number;
}

/** Every process once, in a seeded order, spread over the morning after the outage but its last events, one burst. */
const seededKills = (): readonly Kill[] => {
  const chance = seeded(SEED, 'kills');
  const order = SERVICES.map((victim) => ({ victim, place: chance.next() }));
  const first = start + Math.floor(undisturbed.events * BACK_BY);
  const share = Math.floor((undisturbed.events * (0.8 - BACK_BY)) / order.length);
  return order
    .sort((a, b) => a.place - b.place)
    .map(({ victim }, at) => ({ victim, due: first + at * share + chance.between(1, share) }));
};

/**
 * The server dies between a publish and its acknowledgement: it is held still while somebody waits for its answer.
 *
 * @returns how many writes had an outcome that only the log itself could tell
 */
const killBetweenPublishAndAck = async (platform: Platform): Promise<number> => {
  const before = await metricOf(platform, 'lienthong_unknown_outcomes_total');
  await eventually('a write that waits for its acknowledgement', async () =>
    (await isWriting(platform)) ? heldWhileWriting(platform) : undefined,
  );
  await platform.kill('nats-server');
  return eventually('an outcome that was unknown', async () => {
    const unknown = (await metricOf(platform, 'lienthong_unknown_outcomes_total')) - before;
    return unknown > 0 ? unknown : undefined;
  });
};

/** Lets the server go on where what waited had its answer in the last moment. */
const heldWhileWriting = async (platform: Platform): Promise<true | undefined> => {
  const pid = platform.pids()['nats-server'];
  if (pid === undefined) return undefined;
  process.kill(pid, 'SIGSTOP');
  let stays = false;
  try {
    await pause(HELD_MS);
    stays = await isWriting(platform);
  } finally {
    if (!stays) process.kill(pid, 'SIGCONT');
  }
  return stays || undefined;
};

const isWriting = async (platform: Platform): Promise<boolean> =>
  (await metricOf(platform, 'lienthong_commands_waiting')) > 0;

/** What waits for the axis, the longest time of all first. */
const waitingFor = ({ processes }: PlatformStatus) => {
  const outbound = processes.find(({ name }) => name === 'axis-outbound');
  return { waiting: outbound?.waiting ?? 0, seconds: outbound?.oldestWaitingSeconds ?? 0 };
};

/** Takes the axis away, sees what the platform says of it, and brings it back. */
const outage = async (platform: Platform): Promise<void> => {
  const { operator, addresses } = platform;
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
};

/** @returns the event counts at which they died, and how many writes had an outcome that only the log could tell */
const killAll = async (platform: Platform) => {
  const killedAt: number[] = [];
  let unknownOutcomes = 0;
  for (const { victim, due } of seededKills()) {
    killedAt.push((await reached(platform, due)).lastSequence);
    if (victim === 'nats-server') unknownOutcomes = await killBetweenPublishAndAck(platform);
    else await platform.kill(victim);
  }
  return { killedAt, unknownOutcomes };
};

const tracesOf = ({ traces }: Outcome, documents: readonly string[]) =>
  documents.map((id) => [id, traces.get(id)]);

describe('a whole morning on which the axis is away for a while, and then every process is killed once', () => {
  it(
    'leaves behind what the undisturbed one does',
    async () => {
      const platform = await started();
      const playing = playMorning(platform);
      playing.catch(() => undefined);
      await reached(platform, start + Math.floor(undisturbed.events * AWAY_AT));
      await outage(platform);
      const before = platform.pids();
      const { killedAt, unknownOutcomes } = await killAll(platform);
      const disturbed = await playing;

      expect(undisturbed.mismatches).toEqual([]);
      const other = differentTraces(undisturbed.traces, disturbed.traces).slice(0, SHOWN);
      expect(tracesOf(disturbed, other)).toEqual(tracesOf(undisturbed, other));
      expect(differences(undisturbed, disturbed)).toEqual([]);
      const status = await platform.operator.status();
      expect(waitingFor(status)).toEqual({ waiting: 0, seconds: 0 });
      expect(status.axis.reachable).toBe(true);
      // Each of them died while there was something to do, and lives again.
      expect(killedAt).toHaveLength(SERVICES.length);
      expect(Math.max(...killedAt)).toBeLessThan(start + undisturbed.events);
      const after = platform.pids();
      for (const name of SERVICES) expect(after[name]).not.toBe(before[name]);
      // The kill of the server fell between a publish and its acknowledgement, as lgsp itself says.
      expect(unknownOutcomes).toBeGreaterThan(0);
    },
    5 * MINUTES,
  );
});

/** A program that runs the broken projection up to `sequence`. */
const brokenMain = (folder: string, sequence: number): string => {
  const file = join(folder, 'broken-projection.mjs');
  const text = `import { runBroken } from '${BROKEN}';\nawait runBroken(${String(sequence)});\n`;
  writeFileSync(file, text);
  return file;
};

describe('a projection that writes its checkpoint before its effect', () => {
  it(
    'is found out when it is killed between the two',
    async () => {
      const sequence = start + seeded(SEED, 'broken').between(1, 4 * FEW);
      const dataDir = mkdtempSync(join(tmpdir(), 'lienthong-broken-'));
      const projection = brokenMain(dataDir, sequence);
      const platform = await started({ dataDir, mains: { projection } });
      const playing = playMorning(platform, FEW);
      await eventually('the checkpoint without its effect', async () => {
        const { readModels } = await platform.operator.status();
        return readModels.position >= sequence ? true : undefined;
      });
      await platform.kill('projection');

      const { traces } = await playing;
      const different = differentTraces(undisturbed.traces, traces);
      expect(different).not.toEqual([]);
      // The others were not hit: what was compared is the same where nothing is broken.
      expect(different.length).toBeLessThan(FEW / 2);
    },
    4 * MINUTES,
  );
});
