import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { platformIn } from '../../apps/cli/src/platform/known.js';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import { processorSeconds } from '../../apps/cli/src/platform/process-identity.js';
import { shipped } from '../../apps/cli/src/platform/repository.js';
import { readMembers, readProvince } from '../../apps/cli/src/platform/topology.js';
import { agendaOf } from '../../apps/cli/src/run/agenda.js';
import { sendersOf } from '../../apps/cli/src/run/expectations.js';
import { play } from '../../apps/cli/src/run/play.js';
import { readScenario } from '../../apps/cli/src/run/scenario.js';
import { busySeconds, cores } from './processor-time.js';

const MINUTES = 60_000;
const MIB = 1_024 * 1_024;
const COMMAND = join(import.meta.dirname, '../../lienthong');
const SCENARIO = join(import.meta.dirname, '../../scenarios/long-an-morning.yaml');

const DOCUMENTS = 60;
const HEALTHY_WITHIN_SECONDS = 12;
const MOST_MIB = 650;
const PROCESSES = [
  'supervisor',
  'nats-server',
  'redis',
  'national',
  'lgsp',
  'projection',
  'eoffice',
];

const statusSchema = z.object({
  healthy: z.boolean(),
  services: z.array(
    z.object({ name: z.string(), pid: z.int().positive(), pssBytes: z.int().positive() }),
  ),
});

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lienthong-footprint-'));
});

afterAll(() => {
  spawnSync(COMMAND, ['down', '--data', dataDir]);
  rmSync(dataDir, { recursive: true });
}, MINUTES);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const status = (...words: readonly string[]): z.infer<typeof statusSchema> => {
  const { stdout } = spawnSync(COMMAND, [...words, '--json', '--data', dataDir], {
    encoding: 'utf8',
  });
  return statusSchema.parse(JSON.parse(stdout));
};

const playTheBeginning = async (): Promise<void> => {
  const [scenario, province, members] = await Promise.all([
    readScenario(SCENARIO),
    readProvince(shipped.province()),
    readMembers(shipped.members()),
  ]);
  await play(platformIn(layoutOf(dataDir)), {
    agenda: agendaOf(scenario, province, members, '1').slice(0, DOCUMENTS),
    senders: sendersOf(province),
    speed: Infinity,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
};

describe('the platform on a small machine', () => {
  it(
    'is healthy 12 s after the command, not counting what others took of the processors',
    () => {
      const busyBefore = busySeconds();
      const startedAt = Date.now();
      const { healthy, services } = status('up', '--detach');
      const wall = (Date.now() - startedAt) / 1_000;
      const ours = services.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
      const others = Math.max(0, busySeconds() - busyBefore - ours) / cores;
      say(`healthy after ${wall.toFixed(1)} s, ${others.toFixed(1)} s of them lost to others`);
      expect(healthy).toBe(true);
      expect(wall - others).toBeLessThanOrEqual(HEALTHY_WITHIN_SECONDS);
    },
    2 * MINUTES,
  );

  it('runs each part as a process of its own, and says which', () => {
    const { services } = status('status');
    expect(services.map(({ name }) => name)).toEqual(PROCESSES);
    expect(new Set(services.map(({ pid }) => pid)).size).toBe(PROCESSES.length);
    for (const { pid } of services) expect(() => process.kill(pid, 0)).not.toThrow();
  });

  it(
    'needs no more than 650 MiB in all after the first documents of the morning',
    async () => {
      await playTheBeginning();
      const { services } = status('status');
      const sizes = services.map(
        ({ name, pssBytes }) => [name, Math.round(pssBytes / MIB)] as const,
      );
      const sum = sizes.reduce((total, [, size]) => total + size, 0);
      say(`${String(sum)} MiB: ${sizes.map((size) => size.join(' ')).join(', ')}`);
      expect(sum).toBeLessThanOrEqual(MOST_MIB);
    },
    3 * MINUTES,
  );
});
