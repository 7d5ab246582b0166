import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from './log-file.js';
import { LogKeeper } from './log-keeper.js';

const LIMITS = { bytes: 4_000, kept: 2, lookEveryMs: 5 };
const LINES = 2_000;
const LINE_BYTES = 100;
const POLL_MS = 10;

/** Writes numbered lines of one length, many at first, and goes on until it is ended. */
const TALKER = `
  const { setTimeout: pause } = await import('node:timers/promises');
  for (let n = 1; ; n += 1) {
    process.stdout.write(String(n).padStart(${String(LINE_BYTES - 1)}, '.') + '\\n');
    if (n % 10 === 0) await pause(n < ${String(LINES)} ? 10 : 50);
  }
`;

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const numbersIn = (text: string): readonly number[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => Number(line.replace(/^\.+/, '')));

describe('the log of a process that runs on and on', () => {
  let folder: string;
  let file: string;
  let keeper: LogKeeper;
  let failures: unknown[];
  let talker: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-logs-'));
    file = join(folder, 'lgsp.log');
    failures = [];
    keeper = new LogKeeper(folder, (error) => failures.push(error), LIMITS);
  });

  afterEach(async () => {
    talker?.kill('SIGKILL');
    await keeper.stop();
    rmSync(folder, { recursive: true });
  });

  it('is put aside when it has grown large, and no more is kept than a few files', async () => {
    const log = openLog(file);
    const words = ['--input-type=module', '--eval', TALKER];
    talker = spawn(process.execPath, words, { stdio: ['ignore', log.fd, log.fd] });
    log.close();
    await once(talker, 'spawn');
    while ((numbersIn(textOfAll()).at(-1) ?? 0) <= LINES) await pause(POLL_MS);
    talker.kill('SIGKILL');
    while (statSync(file).size > LIMITS.bytes) await pause(POLL_MS);
    await keeper.stop();

    expect(readdirSync(folder).sort()).toStrictEqual(['lgsp.log', 'lgsp.log.1', 'lgsp.log.2']);
    const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(Math.max(...bytes)).toBeLessThan((LINES * LINE_BYTES) / 4);
    // No hole of zeros where the log was emptied, and one line after the other.
    const numbers = numbersIn(textOfAll());
    expect(numbers).not.toContain(Number.NaN);
    expect(numbers).toStrictEqual([...numbers].sort((a, b) => a - b));
    expect(failures).toStrictEqual([]);
  }, 30_000);

  it('is left alone while it is small', async () => {
    writeFileSync(file, 'x'.repeat(LIMITS.bytes));
    await pause(20 * LIMITS.lookEveryMs);
    expect(readdirSync(folder)).toStrictEqual(['lgsp.log']);
  });

  it('says so when it cannot be kept', async () => {
    rmSync(folder, { recursive: true });
    while (failures.length === 0) await pause(POLL_MS);
    folder = mkdtempSync(join(tmpdir(), 'lienthong-logs-'));
    expect(failures[0]).toMatchObject({ code: 'ENOENT' });
  });

  /** From the oldest to what is written now; the keeper does not wait for the one who reads. */
  const textOfAll = (): string =>
    ['lgsp.log.2', 'lgsp.log.1', 'lgsp.log'].map((name) => textOf(join(folder, name))).join('');
});
