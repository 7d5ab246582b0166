import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { layoutOf } from '../../apps/cli/src/platform/layout.js';

const TAKERS = 4;
const ROUNDS = 100;
const ROUND_MS = 20;
const TOLD_WITHIN_MS = 200;

const built = (path: string): string =>
  pathToFileURL(join(import.meta.dirname, '../../dist/apps/cli/src', path)).href;

/** Takes every folder's lock at that folder's moment and stays alive until its input ends. */
const TAKER = `
  const { takeLock } = await import(${JSON.stringify(built('up/lock.js'))});
  const { layoutOf } = await import(${JSON.stringify(built('platform/layout.js'))});
  const { once } = await import('node:events');
  const { folders, roundMs } = JSON.parse(process.argv[1]);
  const won = [];
  console.log('ready');
  const begin = Number((await once(process.stdin, 'data'))[0]);
  for (const [round, folder] of folders.entries()) {
    while (Date.now() < begin + round * roundMs);
    try {
      takeLock(layoutOf(folder));
      won.push(round);
    } catch (error) {
      if (error.kind !== 'conflict') throw error;
    }
  }
  console.log(JSON.stringify(won));
`;

let root: string;
const takers: ChildProcess[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lienthong-race-'));
});

afterAll(() => {
  for (const taker of takers) taker.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

const folderOfADeadHolder = (_: unknown, round: number): string => {
  const folder = join(root, String(round));
  mkdirSync(folder);
  writeFileSync(layoutOf(folder).lockFile, JSON.stringify({ pid: process.pid, startTime: '1' }));
  return folder;
};

const startTaker = (plan: string) => {
  const words = ['--input-type=module', '--eval', TAKER, plan];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  takers.push(child);
  const said = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    tell: (text: string) => child.stdin.write(text),
    hear: async () => String((await said.next()).value),
  };
};

describe('the lock of a dead supervisor', () => {
  it('goes to exactly one of many that come at the same moment', async () => {
    const folders = Array.from({ length: ROUNDS }, folderOfADeadHolder);
    const plan = JSON.stringify({ folders, roundMs: ROUND_MS });
    const racing = Array.from({ length: TAKERS }, () => startTaker(plan));
    for (const { hear } of racing) expect(await hear()).toBe('ready');
    const begin = String(Date.now() + TOLD_WITHIN_MS);
    for (const { tell } of racing) tell(begin);
    const won = await Promise.all(
      racing.map(async ({ hear }) => z.array(z.int()).parse(JSON.parse(await hear()))),
    );
    expect(won.flat().sort((a, b) => a - b)).toStrictEqual([...folders.keys()]);
  });
});
