/**
 * `npm start`: from a fresh clone to a running platform that plays a working day of Long An. Flags go to `lienthong up`.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import {
  ROOT,
  build,
  checkNode,
  installPackages,
  orSayWhatIsNeeded,
  say,
  together,
} from './prepare.mjs';
import { ensureServers } from './servers.mjs';

const ORPHAN_CHECK_MS = 500;
const SCENARIO = 'scenarios/long-an-day.yaml';
/** The command watches and waits most of the time; room for garbage would be lost to the platform. */
const MEMORY_FLAGS = ['--optimize-for-size', '--max-semi-space-size=2'];

const prepare = async () => {
  checkNode();
  const { LIENTHONG_NATS_URL, LIENTHONG_REDIS_URL } = process.env;
  const servers = [
    ...(LIENTHONG_NATS_URL ? [] : ['nats']),
    ...(LIENTHONG_REDIS_URL ? [] : ['redis']),
  ];
  await together(installPackages, () => ensureServers(servers));
  await build();
};

const up = () => {
  const words = ['up', '--scenario', SCENARIO, ...process.argv.slice(2)];
  const command = [...MEMORY_FLAGS, join(ROOT, 'lienthong'), ...words];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!reachedTheChildToo(signal)) child.kill(signal);
    });
  }
  whenOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    say(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
};

/** npm hands a signal to its shell, which dies of it and tells nobody. */
const whenOrphaned = (stop) => {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    stop();
  }, ORPHAN_CHECK_MS);
  check.unref();
};

/** A terminal's Ctrl-C goes to the whole group; sent on, it would look like a second, impatient one. */
const reachedTheChildToo = (signal) => signal === 'SIGINT' && process.stdin.isTTY === true;

await orSayWhatIsNeeded(async () => {
  await prepare();
  up();
});
