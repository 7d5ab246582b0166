/**
 * What `npm start` and `npm test` do first: install the packages and build, as far as that is needed. Built-ins only.
 *
 * `node scripts/prepare.mjs STEP…` does the steps `packages`, `servers`, `build`, the last after the others.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ServersUnavailable, ensureServers } from './servers.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const STAMP = join(ROOT, 'dist/.built');
const SOURCES = [
  'apps',
  'libs',
  'nest-cli.json',
  'scripts/bundle.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
];
const BUILDING = ['node_modules/@nestjs/cli/bin/nest.js build', 'scripts/bundle.mjs'];

export const say = (line) => process.stderr.write(`${line}\n`);

/** A step of the preparation did not succeed; what it was and what to do stands in the message. */
export class NotPrepared extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command in the repository's root with its output shown; resolves to its exit code. */
export const show = async (command, ...words) => {
  const child = spawn(command, words, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const [code, signal] = await once(child, 'close');
  return signal === null ? code : 1;
};

/** @throws {NotPrepared} */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new NotPrepared(
      `Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.version}.`,
    );
  }
};

/** @throws {NotPrepared} */
export const installPackages = async () => {
  const installed = await modified(join(ROOT, 'node_modules/.package-lock.json'));
  if (installed >= (await modified(join(ROOT, 'package-lock.json')))) return;
  say('installing the npm packages of package-lock.json (about a minute)');
  if (
    (await show(
      'npm',
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--loglevel=error',
      '--no-audit',
      '--no-fund',
    )) !== 0
  ) {
    throw new NotPrepared('npm ci failed; what it needs stands above.');
  }
};

/** Builds when a source is newer than the last build that succeeded. @throws {NotPrepared} */
export const build = async () => {
  const begun = new Date();
  const newest = Math.max(
    ...(await Promise.all(SOURCES.map((name) => newestIn(join(ROOT, name))))),
  );
  if ((await modified(STAMP)) >= newest) return;
  say('building');
  for (const command of BUILDING) {
    if ((await show(process.execPath, ...command.split(' '))) !== 0) {
      throw new NotPrepared('the build failed; its errors stand above.');
    }
  }
  await writeFile(STAMP, '');
  await utimes(STAMP, begun, begun);
};

/** Milliseconds; 0 when there is no such file. */
const modified = async (path) => (existsSync(path) ? (await stat(path)).mtimeMs : 0);

/** Folders count too, because a file that was deleted changes its folder. */
const newestIn = async (path) => {
  const { mtimeMs } = await stat(path);
  if (!(await stat(path)).isDirectory()) return mtimeMs;
  const entries = await readdir(path, { recursive: true });
  const times = await Promise.all(entries.map((entry) => modified(join(path, entry))));
  return Math.max(mtimeMs, ...times);
};

/** Does the work; where it cannot be done, says what is needed and leaves the exit code. */
export const orSayWhatIsNeeded = async (work) => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotPrepared || error instanceof ServersUnavailable)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
};

/** Does all at the same time; throws when all have ended what the first that failed threw. */
export const together = async (...works) => {
  const outcomes = await Promise.allSettled(works.map((work) => work()));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

const STEPS = { packages: installPackages, servers: () => ensureServers(), build };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await orSayWhatIsNeeded(async () => {
    checkNode();
    const steps = process.argv.slice(2);
    await together(...steps.filter((step) => step !== 'build').map((step) => STEPS[step]));
    if (steps.includes('build')) await STEPS.build();
  });
}
