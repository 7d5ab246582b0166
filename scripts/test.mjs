/**
 * `npm test`: installs what is missing, then runs every check and every test. Ends with `tests: N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotPrepared, ROOT, build, installPackages, say, show } from './prepare.mjs';
import { ServersUnavailable, ensureServers } from './servers.mjs';

const STAGE_LIMIT_MS = 9 * 60_000;
const LAST_GRACE_MS = 10_000;
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

const main = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-results-'));
  const results = [];
  for (const [name, stage] of stages(folder)) {
    say(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const begun = Date.now();
    const result = await stage();
    results.push({ name, ...result, seconds: Math.round((Date.now() - begun) / 1000) });
  }
  await rm(folder, { recursive: true });
  report(results);
};

/** The order in which one would like the news. @returns {[string, () => Promise<typeof PASSED>][]} */
const stages = (folder) => [
  ['build', () => succeeds(build)],
  ['types', () => command('node_modules/typescript/bin/tsc', '--noEmit')],
  ['lint', () => command('node_modules/eslint/bin/eslint.js', '.')],
  ['format', () => command('node_modules/prettier/bin/prettier.cjs', '--check', '.')],
  ['boundaries', () => npmRun('boundaries')],
  ['generated code', () => command('scripts/generate-proto.mjs', '--check')],
  ['openapi', () => command('scripts/lint-openapi.mjs')],
  ['unit', () => jest('unit', 2, folder)],
  ['integration', () => jest('integration', 2, folder)],
  ['end to end', () => jest('e2e', 1, folder)],
];

const succeeds = async (work) => {
  try {
    await work();
    return PASSED;
  } catch (error) {
    say(error.message);
    return FAILED;
  }
};

const npmRun = async (script) =>
  (await show('npm', 'run', '--silent', script)) === 0 ? PASSED : FAILED;

const command = async (...words) => ((await node(words)) === 0 ? PASSED : FAILED);

/** The stage under way, and the signal that asked to end it. */
let running;
let stoppedBy;

const stopWith = (signal) => {
  stoppedBy = signal;
  if (running === undefined) process.exit(128 + constants.signals[signal]);
  running.kill(signal);
};

/** Runs node with `words`; resolves to the exit code, 1 also where the stage took too long or was killed. */
const node = async (words) => {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const limit = setTimeout(() => {
    say(`this takes longer than ${STAGE_LIMIT_MS / 1000} s: stopped`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), LAST_GRACE_MS).unref();
  }, STAGE_LIMIT_MS);
  running = child;
  const [code] = await once(child, 'exit');
  running = undefined;
  clearTimeout(limit);
  if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy]);
  return code ?? 1;
};

/** One test is one test; a file that cannot be run, or a project without tests, is one that failed. */
const jest = async (project, workers, folder) => {
  const file = join(folder, `${project}.json`);
  const options = ['--ci', '--json', `--outputFile=${file}`, `--maxWorkers=${workers}`];
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const code = await node([
    ...flags,
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    ...options,
  ]);
  if (!existsSync(file)) return FAILED;
  const told = JSON.parse(await readFile(file, 'utf8'));
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    failed: failed === 0 && (code !== 0 || told.numTotalTests === 0) ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  };
};

const report = (results) => {
  say('');
  for (const { name, passed, failed, skipped = 0, seconds } of results) {
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    say(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed${rest} (${seconds} s)`,
    );
  }
  const sum = (kind) => results.reduce((total, result) => total + result[kind], 0);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
  process.stdout.write(`tests: ${sum('passed')} passed, ${sum('failed')} failed\n`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopWith);

try {
  await installPackages();
  await ensureServers();
  await main();
} catch (error) {
  if (!(error instanceof NotPrepared || error instanceof ServersUnavailable)) throw error;
  say(error.message);
  process.stdout.write('tests: 0 passed, 1 failed\n');
  process.exitCode = error.exitCode;
}
