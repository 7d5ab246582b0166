import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';
import {
  type PlatformRecord,
  readPlatformFile,
} from '../../apps/cli/src/platform/platform-file.js';
import { isRunning } from '../../apps/cli/src/platform/process-identity.js';

const ROOT = join(import.meta.dirname, '../..');
const WITHIN_MS = 60_000;
const POLL_MS = 20;
const KEYS = ['events', 'documents', 'dossiers', 'seconds', 'report', 'mismatches', 'digest'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-once-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (...words: readonly string[]) => {
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--once', '--data', folder, ...words],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
      // As npm starts it: then it ends with this process.
      env: { ...process.env, npm_lifecycle_event: 'start' },
    },
  );
  const ended = Promise.all([text(child.stdout), once(child, 'exit')]).then(([said, [code]]) => ({
    last: said.trimEnd().split('\n').at(-1) ?? '',
    code: Number(code),
  }));
  return { child, ended };
};

const healthy = async (child: ChildProcess): Promise<PlatformRecord> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error('it ended before it was healthy');
    const record = readPlatformFile(layoutOf(folder));
    if (record?.state === 'healthy') return record;
    await pause(POLL_MS);
  }
};

const nothingIsLeftOf = (record: PlatformRecord): void => {
  expect(record.services).toHaveLength(6);
  expect([record.supervisor, ...record.services].filter(isRunning)).toStrictEqual([]);
  expect(existsSync(layoutOf(folder).platformFile)).toBe(false);
  expect(existsSync(layoutOf(folder).lockFile)).toBe(false);
};

describe('npm start -- --once', () => {
  it(
    'plays a scenario, says last what it did and leaves nothing behind',
    async () => {
      const { child, ended } = start('--scenario', 'test/e2e/start-once.yaml');
      const record = await healthy(child);
      const { code, last } = await ended;
      expect(code).toBe(0);
      const report = z.record(z.string(), z.unknown()).parse(JSON.parse(last));
      expect(Object.keys(report)).toStrictEqual(KEYS);
      expect(report).toMatchObject({ documents: 4, mismatches: [] });
      nothingIsLeftOf(record);
    },
    WITHIN_MS,
  );

  it(
    'is no success when it is interrupted, and leaves nothing behind either',
    async () => {
      const { child, ended } = start();
      const record = await healthy(child);
      child.kill('SIGINT');
      const { code, last } = await ended;
      expect(code).toBe(1);
      expect(last).not.toContain('{');
      nothingIsLeftOf(record);
    },
    WITHIN_MS,
  );
});
