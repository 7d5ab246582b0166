import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const OLD_NATS = 'nats-server: v2.9.10';
const NATS = 'nats-server: v2.15.3';
const REDIS = 'Redis server v=7.2.4 sha=00000000:0 malloc=libc bits=64 build=0';

/** A copy of the scripts has a cache of its own, and the search path decides what the machine has. */
describe('the search for servers', () => {
  let project: string;

  const program = async (folder: string, name: string, said: string): Promise<string> => {
    const path = join(project, folder, name);
    await mkdir(join(project, folder), { recursive: true });
    await writeFile(path, `#!/bin/sh\necho '${said}'\n`);
    await chmod(path, 0o755);
    return path;
  };

  const search = (
    environment: Readonly<Record<string, string>>,
    ...names: readonly string[]
  ): Promise<Outcome> =>
    new Promise((resolve) => {
      const script = join(project, 'scripts/servers.mjs');
      const env = { PATH: join(project, 'bin'), ...environment };
      const child = execFile(process.execPath, [script, ...names], { env }, (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
      });
    });

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'lienthong-search-'));
    await cp('scripts', join(project, 'scripts'), { recursive: true });
  });

  afterEach(() => rm(project, { recursive: true }));

  it('takes what is on the path, if it is recent enough', async () => {
    const nats = await program('bin', 'nats-server', NATS);
    const redis = await program('bin', 'redis-server', REDIS);
    const { exitCode, stdout } = await search({});
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      nats: { path: nats, version: '2.15.3', env: {} },
      redis: { path: redis, version: '7.2.4', env: {} },
    });
  });

  it('prefers the one that the environment names, and takes no other when that is too old', async () => {
    await program('bin', 'nats-server', NATS);
    await program('bin', 'redis-server', REDIS);
    const mine = await program('mine', 'my-nats', 'nats-server: v2.16.0');
    const old = await program('mine', 'old-nats', OLD_NATS);
    const found = await search({ LIENTHONG_NATS_SERVER: mine });
    expect(JSON.parse(found.stdout)).toMatchObject({ nats: { path: mine } });
    const refused = await search({ LIENTHONG_NATS_SERVER: old });
    expect(refused).toMatchObject({ exitCode: 9, stdout: '' });
    expect(refused.stderr).toContain(`LIENTHONG_NATS_SERVER names ${old}`);
  });

  it('takes the newest of its cache when the path has an old one', async () => {
    await program('bin', 'nats-server', OLD_NATS);
    await program('bin', 'redis-server', REDIS);
    await program(
      '.cache/servers/nats-server-2.15.9/usr/sbin',
      'nats-server',
      'nats-server: v2.15.9',
    );
    const newest = '.cache/servers/nats-server-2.15.10';
    const path = await program(`${newest}/usr/sbin`, 'nats-server', 'nats-server: v2.15.10');
    await program(`${newest}/usr/lib`, 'libneeded.so.1', '');
    const { stdout } = await search({});
    expect(JSON.parse(stdout)).toMatchObject({
      nats: {
        path,
        version: '2.15.10',
        env: { LD_LIBRARY_PATH: join(project, newest, 'usr/lib') },
      },
    });
  });

  it('says what to install where nothing can be fetched, and leaves nothing behind', async () => {
    await program('bin', 'redis-server', REDIS);
    const { exitCode, stdout, stderr } = await search({});
    expect({ exitCode, stdout }).toEqual({ exitCode: 9, stdout: '' });
    for (const advice of [
      'brew install nats-server',
      'LIENTHONG_NATS_SERVER',
      'deploy/compose.yaml',
    ]) {
      expect(stderr).toContain(advice);
    }
    await expect(readdir(join(project, '.cache/servers'))).resolves.toEqual([]);
  });

  it('asks for no server that is not wanted', async () => {
    const redis = await program('bin', 'redis-server', REDIS);
    const { exitCode, stdout } = await search({}, 'redis');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ redis: { path: redis, version: '7.2.4', env: {} } });
  });

  it('is not held up by a search that was killed', async () => {
    await mkdir(join(project, '.cache/servers/lock'), { recursive: true });
    await writeFile(join(project, '.cache/servers/lock/pid'), String(2 ** 22 + 1));
    await expect(search({})).resolves.toMatchObject({ exitCode: 9 });
  });
});
