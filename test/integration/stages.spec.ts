import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { identityOf } from '../../apps/cli/src/platform/process-identity.js';
import { type Limits } from '../../scripts/stages.mjs';

const STAGES = pathToFileURL('scripts/stages.mjs').href;
const POLL_MS = 10;

interface Stage {
  readonly name: string;
  readonly words: readonly string[];
  readonly needed?: boolean;
}

let folder: string;
let runner: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-stages-'));
});

afterEach(() => {
  runner?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

const stage = (name: string, code: string): Stage => ({ name, words: ['--eval', code] });

const good = (name: string): Stage => stage(name, `console.log('words of ${name}')`);

const bad = (name: string): Stage => stage(name, 'process.exitCode = 9');

/** It is there when it and a child of its own have written down who they are, and then for ever. */
const endless = (name: string, whenAsked = ''): Stage => {
  const lasting = (pidFile: string): string =>
    `${whenAsked}; setInterval(() => {}, 1e6); require('node:fs').writeFileSync(${JSON.stringify(file(pidFile))}, String(process.pid));`;
  const child = JSON.stringify(['--eval', lasting(`${name}.child`)]);
  const spawning = `require('node:child_process').spawn(process.execPath, ${child}, { stdio: 'ignore' });`;
  return stage(name, spawning + lasting(name));
};

const DEAF = `process.on('SIGTERM', () => {})`;

/** Runs the groups as `npm test` does its own. */
const run = (groups: readonly (readonly Stage[])[], limits: Limits = {}) => {
  const plan = JSON.stringify([groups, limits]);
  const code = `import { runStages } from '${STAGES}'; await runStages(...${plan});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  runner = child;
  const told = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return told.then(([stdout, stderr, [exitCode]]) => ({
    exitCode: Number(exitCode),
    last: stdout.trimEnd().split('\n').at(-1),
    stderr,
  }));
};

const pidIn = async (name: string): Promise<number> => {
  while (!existsSync(file(name)) || readFileSync(file(name), 'utf8') === '') await pause(POLL_MS);
  return Number(readFileSync(file(name), 'utf8'));
};

const pidsOf = (name: string): Promise<readonly number[]> =>
  Promise.all([pidIn(name), pidIn(`${name}.child`)]);

const runs = (pid: number): boolean => identityOf(pid) !== undefined;

/** Who was killed is still there for a moment. */
const gone = async (pids: readonly number[]): Promise<void> => {
  while (pids.some(runs)) await pause(POLL_MS);
};

describe('the stages of the tests', () => {
  it('run one after another, and all of them count', async () => {
    const { exitCode, last, stderr } = await run([[good('one')], [good('two'), good('three')]]);
    expect([exitCode, last]).toStrictEqual([0, 'tests: 3 passed, 0 failed']);
    for (const name of ['one', 'two', 'three'])
      expect(stderr).toMatch(new RegExp(`── ${name} ─+\\nwords of ${name}\\n`));
  });

  it('go on after one that failed, which is not forgotten', async () => {
    const { exitCode, last, stderr } = await run([[good('one'), bad('two')], [good('three')]]);
    expect([exitCode, last]).toStrictEqual([1, 'tests: 2 passed, 1 failed']);
    expect(stderr).toContain('FAILED  two: 0 passed, 1 failed');
  });

  it('end with one that all others need', async () => {
    const needed = { ...bad('one'), needed: true };
    const { exitCode, last, stderr } = await run([[needed], [good('two')]]);
    expect([exitCode, last]).toStrictEqual([9, 'tests: 0 passed, 2 failed']);
    expect(stderr).toContain('FAILED  two: 0 passed, 1 failed (not run)');
  });

  it('run side by side where they may', async () => {
    const meets = (own: string, other: string): Stage =>
      stage(
        own,
        `const { existsSync, writeFileSync } = require('node:fs');
         writeFileSync(${JSON.stringify(file(own))}, '');
         const look = setInterval(() => { if (existsSync(${JSON.stringify(file(other))})) clearInterval(look); }, 10);`,
      );
    const { last } = await run([[meets('one', 'two'), meets('two', 'one')]]);
    expect(last).toBe('tests: 2 passed, 0 failed');
  });

  it('are ended when they take too long, with what they had started', async () => {
    const running = run([[endless('one')], [good('two')]], { limitMs: 10_000 });
    const pids = await pidsOf('one');
    const { exitCode, last } = await running;
    expect([exitCode, last]).toStrictEqual([1, 'tests: 1 passed, 1 failed']);
    await gone(pids);
  });
});

describe('a run of the tests that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s ends its stages and their children, and says what is missing',
    async (signal) => {
      const groups = [[good('one')], [endless('two'), endless('three')], [good('four')]];
      const running = run(groups);
      const pids = [...(await pidsOf('two')), ...(await pidsOf('three'))];
      expect(pids.every(runs)).toBe(true);
      runner?.kill(signal);
      const { exitCode, last, stderr } = await running;
      const expected = [128 + constants.signals[signal], 'tests: 1 passed, 3 failed'];
      expect([exitCode, last]).toStrictEqual(expected);
      expect(stderr).toContain('FAILED  four: 0 passed, 1 failed (not run)');
      await gone(pids);
    },
  );

  it('kills what does not listen', async () => {
    const running = run([[endless('one', DEAF)]], { graceMs: 200 });
    const pids = await pidsOf('one');
    runner?.kill('SIGTERM');
    expect((await running).last).toBe('tests: 0 passed, 1 failed');
    await gone(pids);
  });

  it('waits for nobody when it is asked twice', async () => {
    writeFileSync(file('heard'), '');
    const hears = `process.on('SIGTERM', () => require('node:fs').writeFileSync(${JSON.stringify(file('heard'))}, '1'))`;
    const running = run([[endless('one', hears)]]);
    const pids = await pidsOf('one');
    runner?.kill('SIGTERM');
    await pidIn('heard');
    runner?.kill('SIGTERM');
    expect((await running).exitCode).toBe(143);
    await gone(pids);
  });
});
