import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const COMMAND = join(import.meta.dirname, '../../lienthong');
const MINUTES = 60_000;
const POLL_MS = 200;

const snapshot = z.object({ healthy: z.boolean(), url: z.string() });

let folders: readonly string[];

beforeEach(() => {
  folders = ['a', 'b'].map((name) => mkdtempSync(join(tmpdir(), `lienthong-at-once-${name}-`)));
});

afterEach(() => {
  for (const folder of folders) {
    spawnSync(COMMAND, ['down', '--data', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

const up = async (folder: string) => {
  const words = ['up', '--detach', '--json', '--data', folder];
  const child = spawn(COMMAND, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { exitCode: child.exitCode, said, complaint };
};

/** On a machine that is busy with two starts a first look may come too early. */
const isHealthy = (folder: string): boolean => {
  const { stdout } = spawnSync(COMMAND, ['status', '--json', '--data', folder], {
    encoding: 'utf8',
  });
  return snapshot.parse(JSON.parse(stdout)).healthy;
};

describe('two platforms that are started at the same moment', () => {
  it(
    'both come up, at addresses of their own',
    async () => {
      const both = await Promise.all(folders.map(up));
      expect(both).toMatchObject([
        { exitCode: 0, complaint: '' },
        { exitCode: 0, complaint: '' },
      ]);
      const told = both.map(({ said }) => snapshot.parse(JSON.parse(said)));
      expect(new Set(told.map(({ url }) => url)).size).toBe(2);
      for (const folder of folders) while (!isHealthy(folder)) await pause(POLL_MS);
    },
    3 * MINUTES,
  );
});
