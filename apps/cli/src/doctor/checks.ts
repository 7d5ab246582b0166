import { type FoundServers, findServers } from '@lienthong/platform';
import { open, rm, stat, statfs, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Layout } from '../platform/layout.js';
import { type PlatformRecord, readPlatformFile } from '../platform/platform-file.js';
import { isRunning } from '../platform/process-identity.js';
import { snapshotOf } from '../status/snapshot.js';
import { isFree } from '../up/ports.js';
import { type Check, check } from './check.js';
import { natsChecks } from './nats-checks.js';

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE_BYTES = 2 * 1_024 ** 3;
const SLOW_FSYNC_MS = 20;
const FSYNC_SAMPLES = 20;
const HTTP_PORT = 8_380;
/** Group and others must not read a key. */
const OTHERS = 0o077;

/** Looks at the machine and at the platform that runs in the folder, if one does. Never throws. */
export const runChecks = async (layout: Layout): Promise<readonly Check[]> => {
  await mkdir(layout.root, { recursive: true });
  const record = readPlatformFile(layout);
  const running = record !== undefined && isRunning(record.supervisor) ? record : undefined;
  return [
    nodeVersion(),
    ...(await servers()),
    await diskSpace(layout),
    await fsyncLatency(layout),
    await keyModes(layout),
    ...(running === undefined ? [await port()] : await platformChecks(layout, running)),
  ];
};

const nodeVersion = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return check('node', ok, process.version, `install Node.js ${OLDEST_NODE.join('.')} or later`);
};

const servers = async (): Promise<readonly Check[]> => {
  const fix = 'see what `node scripts/servers.mjs` says';
  let found: FoundServers;
  try {
    found = await findServers();
  } catch {
    return [check('servers', false, 'nats-server or redis-server is missing', fix)];
  }
  return [
    check('nats-server', true, `${found.nats.version} ${found.nats.path}`, fix),
    check('redis-server', true, `${found.redis.version} ${found.redis.path}`, fix),
  ];
};

const diskSpace = async ({ root }: Layout): Promise<Check> => {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  const detail = `${(free / 1_024 ** 3).toFixed(1)} GiB free in ${root}`;
  return check('disk-space', free >= LEAST_FREE_BYTES, detail, 'free some space, or use --data');
};

/** What every acknowledged event pays at least. */
const fsyncLatency = async ({ root }: Layout): Promise<Check> => {
  const file = join(root, `doctor-${String(process.pid)}`);
  const handle = await open(file, 'w');
  const tookMs: number[] = [];
  for (let sample = 0; sample < FSYNC_SAMPLES; sample += 1) {
    const begin = performance.now();
    await handle.write('x');
    await handle.datasync();
    tookMs.push(performance.now() - begin);
  }
  await handle.close();
  await rm(file, { force: true });
  const median = tookMs.sort((a, b) => a - b)[FSYNC_SAMPLES / 2] ?? 0;
  const fix = 'use a faster disk: every write waits for it';
  return check('fsync', median < SLOW_FSYNC_MS, `median ${median.toFixed(2)} ms`, fix);
};

const keyModes = async ({ keys }: Layout): Promise<Check> => {
  const files = await readdir(keys).catch(() => []);
  const open: string[] = [];
  for (const file of files)
    if (((await stat(join(keys, file))).mode & OTHERS) !== 0) open.push(file);
  const detail = open.length === 0 ? `${String(files.length)} files` : open.join(', ');
  return check('keys', open.length === 0, detail, `chmod 600 ${keys}/*`);
};

const port = async (): Promise<Check> =>
  check(
    'port',
    await isFree(HTTP_PORT),
    `${String(HTTP_PORT)} on the loopback`,
    '`up` takes another port; `up --port N` fixes one',
  );

const platformChecks = async (
  layout: Layout,
  record: PlatformRecord,
): Promise<readonly Check[]> => {
  const { services } = await snapshotOf(layout, record);
  return [
    ...services.map(({ name, healthy, pid }) =>
      check(name, healthy, `pid ${String(pid ?? '—')}`, `see ${join(layout.logs, `${name}.log`)}`),
    ),
    ...(await natsChecks(layout, record)),
  ];
};
