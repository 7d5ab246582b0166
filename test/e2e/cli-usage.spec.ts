import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../lienthong');
const SCENARIO = join(import.meta.dirname, '../../scenarios/long-an-morning.yaml');

const VERBS = [
  ['up'],
  ['down'],
  ['status'],
  ['send'],
  ['trace'],
  ['inbox'],
  ['tail'],
  ['metrics'],
  ['flow'],
  ['run'],
  ['connect'],
  ['bench', 'append'],
  ['bench', 'flow'],
  ['doctor'],
];

let folder: string;

const lienthong = (...args: readonly string[]): SpawnSyncReturns<string> => {
  const { LIENTHONG_NATS_URL, LIENTHONG_REDIS_URL, ...env } = process.env;
  return spawnSync(COMMAND, args, { cwd: folder, encoding: 'utf8', env });
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('every verb', () => {
  it.each(VERBS)('%s %s explains itself with an example and takes --json', (...words) => {
    const verb = words.filter((word) => typeof word === 'string');
    const { status, stdout } = lienthong(...verb, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`./lienthong ${verb.join(' ')}`);
    expect(stdout).toContain('--json');
  });
});

describe('a mistyped command', () => {
  it.each([
    ['no verb at all', []],
    ['an unknown verb', ['fly']],
    ['an unknown flag', ['status', '--nope']],
    ['a missing argument', ['send']],
    ['one argument too many', ['down', 'now']],
    ['an unknown choice', ['up', '--durability', 'never']],
    ['a clock that is none', ['up', '--clock', 'scenario:yesterday']],
    ['a port that is none', ['up', '--port', '70000']],
    ['--once with nothing to play', ['up', '--once']],
    ['--once in the background', ['up', '--once', '--detach', '--scenario', SCENARIO]],
    ['a speed that is none', ['run', SCENARIO, '--speed', '-1']],
    ['an impossible day', ['metrics', '--from', '2020-02-31']],
  ])('ends with 2: %s', (_what, args) => {
    const { status, stdout, stderr } = lienthong(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('is told as a problem document with --json', () => {
    const { stderr } = lienthong('up', '--durability', 'never', '--json');
    expect(JSON.parse(stderr)).toMatchObject({ type: '/problems/usage', code: 'usage' });
  });
});

describe('without a platform', () => {
  it.each([
    ['status'],
    ['metrics'],
    ['flow'],
    ['tail'],
    ['trace', 'x'],
    ['inbox', 'ubnd'],
    ['connect', 'ubnd'],
  ])('%s %s ends with 9 and says what to run', (...words) => {
    const { status, stdout, stderr } = lienthong(...words);
    expect(status).toBe(9);
    expect(stdout).toBe('');
    expect(stderr).toContain('./lienthong up');
  });

  it('there is nothing to stop, and that is fine', () => {
    const { status, stdout } = lienthong('down', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toStrictEqual({ stopped: [] });
  });

  it('a file that is not there ends with 4', () => {
    expect(lienthong('send', 'nowhere.edxml').status).toBe(4);
  });

  it('a record that a power cut has cut off stands for none', () => {
    writeFileSync(join(folder, 'supervisor.json'), '{');
    expect(lienthong('status', '--data', folder).status).toBe(9);
  });

  it('a mistyped setting ends with 2', () => {
    const { status, stderr } = spawnSync(COMMAND, ['status'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LIENTHONG_NATS_ULR: 'x' },
    });
    expect(status).toBe(2);
    expect(stderr).toContain('LIENTHONG_NATS_ULR');
  });
});
