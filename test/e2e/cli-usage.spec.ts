import { describe, expect, it } from '@jest/globals';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../lienthong');
const NOWHERE = join(import.meta.dirname, 'nowhere');

const lienthong = (
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> =>
  spawnSync(COMMAND, args, { encoding: 'utf8', env: { ...process.env, ...settings } });

describe('the command', () => {
  it('shows its verbs and exits 0', () => {
    const { status, stdout } = lienthong(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: lienthong');
  });

  it('exits 2 on a mistyped verb, with nothing on stdout', () => {
    const { status, stdout, stderr } = lienthong(['fly']);
    expect([status, stdout]).toStrictEqual([2, '']);
    expect(stderr).toContain('fly');
  });

  it('exits 2 on a setting that nobody knows', () => {
    const { status, stderr } = lienthong(['status'], { LIENTHONG_NATS_ULR: 'x' });
    expect(status).toBe(2);
    expect(stderr).toContain('LIENTHONG_NATS_ULR');
  });

  it('exits 9 where no platform runs, with a problem document for programs', () => {
    const { status, stdout, stderr } = lienthong(['status', '--json', '--data', NOWHERE]);
    expect([status, stdout]).toStrictEqual([9, '']);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'unavailable' });
  });
});
