import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@lienthong/testing';
import { z } from 'zod';
import { identityOf } from '../../apps/cli/src/platform/process-identity.js';

const COMMAND = join(import.meta.dirname, '../../lienthong');
const SERVICES = ['nats-server', 'redis', 'national', 'lgsp', 'projection', 'eoffice'];
const STARTED_WITHIN_MS = 120_000;
const POLL_MS = 100;

const statusSchema = z.object({
  healthy: z.boolean(),
  url: z.string(),
  lastSequence: z.int().nullable(),
  tenants: z.array(z.string()),
  durability: z.string(),
  services: z.array(
    z.object({
      name: z.string(),
      pid: z.int().nullable(),
      healthy: z.boolean(),
      restarts: z.int(),
      pssBytes: z.int().positive().optional(),
    }),
  ),
});

type Status = z.infer<typeof statusSchema>;

let folder: string;
let supervisor: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-supervisor-'));
});

afterEach(() => {
  spawnSync(COMMAND, ['down', '--data', folder]);
  rmSync(folder, { recursive: true });
});

/** Starts a supervisor; resolves with what it prints when its platform is healthy. */
const up = async (): Promise<Status> => {
  const words = ['up', '--json', '--data', folder, '--port', String(await freePort())];
  const started = spawn(COMMAND, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  supervisor = started;
  started.stdout.setEncoding('utf8');
  for await (const line of started.stdout) return statusSchema.parse(JSON.parse(String(line)));
  throw new Error('the platform did not start');
};

const status = (): Status | undefined => {
  const { stdout, status: code } = spawnSync(COMMAND, ['status', '--json', '--data', folder], {
    encoding: 'utf8',
  });
  return code === 0 ? statusSchema.parse(JSON.parse(stdout)) : undefined;
};

const until = async (holds: (now: Status | undefined) => boolean): Promise<Status | undefined> => {
  for (;;) {
    const now = status();
    if (holds(now)) return now;
    await pause(POLL_MS);
  }
};

/** As it is told later: a first look at a machine that has much to do may come too early. */
const untilHealthy = async (): Promise<Status> => {
  const now = await until((each) => each?.healthy === true);
  if (now === undefined) throw new Error('the platform is gone');
  return now;
};

const pidOf = (now: Status | undefined, name: string): number =>
  now?.services.find((service) => service.name === name)?.pid ?? 0;

const runs = (pid: number): boolean => identityOf(pid) !== undefined;

describe('the supervisor', () => {
  it(
    'starts every part as a process of its own, mends what dies, and can be replaced when it is killed',
    async () => {
      await up();
      const first = await untilHealthy();
      expect(first).toMatchObject({ tenants: ['H39'], durability: 'always' });
      const names = first.services.map(({ name }) => name);
      expect(names).toStrictEqual(['supervisor', ...SERVICES]);
      expect(new Set(first.services.map(({ pid }) => pid)).size).toBe(names.length);
      expect(first.services.every(({ pssBytes = 0 }) => pssBytes > 0)).toBe(true);

      process.kill(pidOf(first, 'lgsp'), 'SIGKILL');
      const mended = await until((now) => now?.healthy === true && pidOf(now, 'lgsp') > 0);
      expect(pidOf(mended, 'lgsp')).not.toBe(pidOf(first, 'lgsp'));
      expect(mended?.lastSequence).toBeGreaterThanOrEqual(first.lastSequence ?? Infinity);

      process.kill(pidOf(first, 'supervisor'), 'SIGKILL');
      const orphans = SERVICES.map((name) => pidOf(mended, name));
      expect(orphans.every(runs)).toBe(true);

      await up();
      const second = await untilHealthy();
      expect(orphans.some(runs)).toBe(false);
      expect(second.lastSequence).toBe(mended?.lastSequence);

      const ended = once(supervisor ?? process, 'exit');
      supervisor?.kill('SIGTERM');
      expect(await ended).toStrictEqual([0, null]);
      expect(SERVICES.map((name) => pidOf(second, name)).some(runs)).toBe(false);
      expect(() => readFileSync(join(folder, 'supervisor.json'))).toThrow();
    },
    STARTED_WITHIN_MS,
  );
});
