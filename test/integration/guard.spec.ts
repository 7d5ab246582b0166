import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  identityOf,
  isRunning,
  type ProcessIdentity,
  signal,
} from '../../apps/cli/src/platform/process-identity.js';

const BUILT = pathToFileURL(join(import.meta.dirname, '../../dist/apps/cli/src/up/guard.js')).href;
const POLL_MS = 20;
const ENDED_WITHIN_MS = 5_000;
const A_WHILE_MS = 500;

/** Starts a process that would outlive it, guards it as it is told to, and waits. */
const HOST = `
  const { spawn } = await import('node:child_process');
  const { guard } = await import(${JSON.stringify(BUILT)});
  const ward = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  if (process.argv[1] !== 'unguarded') {
    const letGo = guard(ward.pid);
    if (process.argv[1] === 'let go') letGo();
  }
  console.log(ward.pid);
  setInterval(() => undefined, 60_000);
`;

describe('the guard of a process', () => {
  let host: ChildProcess;
  let ward: ProcessIdentity | undefined;

  const start = async (how: 'guarded' | 'unguarded' | 'let go'): Promise<ProcessIdentity> => {
    const words = ['--input-type=module', '--eval', HOST, how];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    host = child;
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    ward = identityOf(Number((await lines.next()).value));
    if (ward === undefined) throw new Error('nothing was started (npm run build?)');
    return ward;
  };

  const end = async (how: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ended = once(host, 'exit');
    host.kill(how);
    await ended;
  };

  afterEach(() => {
    host.kill('SIGKILL');
    if (ward !== undefined) signal(ward, 'SIGKILL');
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ends it when the one that started it is gone by %s',
    async (how) => {
      const guarded = await start('guarded');
      await pause(A_WHILE_MS);
      expect(isRunning(guarded)).toBe(true);
      await end(how);
      const deadline = Date.now() + ENDED_WITHIN_MS;
      while (isRunning(guarded) && Date.now() < deadline) await pause(POLL_MS);
      expect(isRunning(guarded)).toBe(false);
    },
  );

  it.each(['let go', 'unguarded'] as const)('leaves it alone when it is %s', async (how) => {
    const free = await start(how);
    await end('SIGKILL');
    await pause(A_WHILE_MS);
    expect(isRunning(free)).toBe(true);
  });
});
