/**
 * Finds the servers that Liên Thông runs on, or fetches them: nats-server and redis-server.
 *
 * `node scripts/servers.mjs [nats] [redis]` prints them as JSON, both unless told; exit code 9 when one cannot be had.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unpackDebianPackages } from './debian-packages.mjs';

const run = promisify(execFile);
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = join(ROOT, '.cache/servers');
const LOCK = join(CACHE, 'lock');
const LOCK_POLL_MS = 200;

/** Debian's testing suite carries the first nats-server that is recent enough; it needs libc ≥ 2.34 alone. */
const NATS = {
  name: 'nats-server',
  minimum: '2.15.0',
  variable: 'LIENTHONG_NATS_SERVER',
  packages: ['nats-server'],
  suite: 'forky',
  binary: 'usr/sbin/nats-server',
  advice: ['macOS: brew install nats-server', 'elsewhere: https://nats.io/download/'],
};

const REDIS = {
  name: 'redis-server',
  minimum: '7.0.0',
  variable: 'LIENTHONG_REDIS_SERVER',
  packages: ['redis-server', 'redis-tools'],
  suite: undefined,
  binary: 'usr/bin/redis-server',
  advice: ['macOS: brew install redis', 'elsewhere: https://redis.io/downloads/'],
};

/** A server is neither here nor to be had; the message says what to install. */
export class ServersUnavailable extends Error {
  exitCode = 9;
}

const SERVERS = { nats: NATS, redis: REDIS };

/** @type {typeof import('./servers.d.mts').ensureServers} */
export const ensureServers = async (names = Object.keys(SERVERS)) => {
  const found = {};
  for (const name of names) found[name] = await ensure(SERVERS[name]);
  return found;
};

const ensure = async (server) =>
  (await named(server)) ?? (await onPath(server)) ?? (await cached(server)) ?? fetched(server);

/** The one that the environment names; that it is unusable is an error, never a reason to take another. */
const named = async (server) => {
  const path = process.env[server.variable];
  if (path === undefined || path === '') return undefined;
  const found = await usable(server, path);
  if (found !== undefined) return found;
  throw new ServersUnavailable(
    `${server.variable} names ${path}, which is no ${server.name} of version ${server.minimum} or later.`,
  );
};

const onPath = async (server) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const found = await usable(server, join(folder, server.name));
    if (found !== undefined) return found;
  }
  return undefined;
};

const cached = async (server) => {
  const entries = await readdir(CACHE).catch(() => []);
  const folders = entries.filter((entry) => entry.startsWith(`${server.name}-`));
  for (const folder of folders.sort((a, b) => compareVersions(b, a))) {
    const found = await unpacked(server, join(CACHE, folder));
    if (found !== undefined) return found;
  }
  return undefined;
};

const unpacked = async (server, folder) => {
  const libraries = await libraryFolders(folder);
  const env = libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(delimiter) };
  return usable(server, join(folder, server.binary), env);
};

const libraryFolders = async (folder) => {
  const entries = await readdir(folder, { recursive: true });
  const libraries = entries.filter((entry) => /\.so(\.\d+)*$/.test(entry));
  return [...new Set(libraries.map((library) => join(folder, dirname(library))))];
};

/** The server at `path` when it runs and is recent enough. */
const usable = async (server, path, env = {}) => {
  if (!existsSync(path)) return undefined;
  const said = await run(path, ['--version'], { env: { ...process.env, ...env } }).catch(
    () => undefined,
  );
  const version = /v=?(\d+\.\d+\.\d+)/.exec(said?.stdout ?? '')?.[1];
  if (version === undefined || compareVersions(version, server.minimum) < 0) return undefined;
  return { path, version, env };
};

const compareVersions = (a, b) => {
  const numbers = (text) => (/\d+(\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - (right[at] ?? 0);
};

const fetched = (server) =>
  whileLocked(async () => (await cached(server)) ?? (await fetchInto(server)));

/** What is fetched appears in the cache whole, by one rename. */
const fetchInto = async (server) => {
  say(`fetching ${server.name} from this machine's package sources`);
  const workFolder = join(CACHE, `work-${process.pid}`);
  const into = join(workFolder, 'unpacked');
  try {
    await unpackDebianPackages({ ...server, into, workFolder });
    const found = await unpacked(server, into);
    if (found === undefined)
      throw new Error(`it has no ${server.name} ≥ ${server.minimum} that runs here`);
    const home = join(CACHE, `${server.name}-${found.version}`);
    await rename(into, home).catch(() => undefined);
    const kept = await unpacked(server, home);
    if (kept === undefined) throw new Error(`${home} is damaged; delete it`);
    say(`${server.name} ${kept.version} is in ${home}`);
    return kept;
  } catch (cause) {
    throw new ServersUnavailable(whatToDo(server, cause), { cause });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
};

const whatToDo = (server, cause) =>
  [
    `${server.name} ${server.minimum} or later is needed, and could not be fetched here:`,
    `  ${String(cause.stderr || cause.message)
      .trim()
      .split('\n')
      .at(-1)}`,
    'Do one of these and start again:',
    ...server.advice.map((line) => `  - ${line}`),
    `  - set ${server.variable} to the path of one that you have`,
    '  - with containers: docker compose -f deploy/compose.yaml up -d (deploy/compose.yaml says how to use it)',
  ].join('\n');

/** The lock spares a second download; that nothing breaks without it is due to the rename. */
const whileLocked = async (work) => {
  await mkdir(CACHE, { recursive: true });
  const mine = join(CACHE, `lock-${process.pid}`);
  await mkdir(mine, { recursive: true });
  await writeFile(join(mine, 'pid'), String(process.pid));
  while (!(await taken(mine))) await pause(LOCK_POLL_MS);
  try {
    await removeLeftovers();
    return await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
};

const taken = async (mine) => {
  const holder = Number(await readFile(join(LOCK, 'pid'), 'utf8').catch(() => '0'));
  if (holder !== 0 && !isAlive(holder)) await rm(LOCK, { recursive: true, force: true });
  return rename(mine, LOCK).then(
    () => true,
    () => false,
  );
};

/** What a killed run left behind. */
const removeLeftovers = async () => {
  for (const entry of await readdir(CACHE)) {
    const pid = /^(?:work|lock)-(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(join(CACHE, entry), { recursive: true, force: true });
    }
  }
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const say = (line) => process.stderr.write(`${line}\n`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const words = process.argv.slice(2);
    const found = await ensureServers(words.length === 0 ? undefined : words);
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof ServersUnavailable)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
