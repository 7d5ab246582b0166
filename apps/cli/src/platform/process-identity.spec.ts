import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { identityOf, isRunning, signal } from './process-identity.js';

const NEVER_A_PID = 2 ** 30;
let sleeper: ChildProcess | undefined;

const started = async () => {
  sleeper = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(sleeper, 'spawn');
  const identity = identityOf(sleeper.pid ?? NEVER_A_PID);
  if (identity === undefined) throw new Error('the process is not there');
  return { identity, process: sleeper };
};

afterEach(() => {
  sleeper?.kill('SIGKILL');
});

describe('a process', () => {
  it('is known while it runs and not after', async () => {
    const { identity, process } = await started();
    expect(isRunning(identity)).toBe(true);
    process.kill('SIGKILL');
    await once(process, 'exit');
    expect(isRunning(identity)).toBe(false);
    expect(identityOf(NEVER_A_PID)).toBeUndefined();
  });

  it('is not taken for another that got its pid', async () => {
    const { identity, process } = await started();
    const earlier = { ...identity, startTime: '1' };
    expect(isRunning(earlier)).toBe(false);
    expect(signal(earlier, 'SIGKILL')).toBe(false);
    expect(isRunning(identity)).toBe(true);
    expect(process.killed).toBe(false);
  });
});
