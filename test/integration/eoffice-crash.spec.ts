import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@lienthong/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AGENCIES, issue, order, provinceFolder, settle, state } from './eoffice-control.js';
import { StandInPlatform } from './eoffice-platform.js';

const BUILT = 'dist/bin/eoffice.js';
const PROBE_MS = 20;
const READY_WITHIN_MS = 20_000;
/** Longer than the systems take to look by themselves. */
const A_WHILE_MS = 1_500;
const NOON = '2020-03-02T08:00:30+07:00';

describe('a conducted day in which the e-office systems are killed', () => {
  let folder: string;
  let platform: StandInPlatform;
  let control: string;
  let child: ChildProcess;

  const start = async (): Promise<void> => {
    const controlPort = await freePort();
    control = `http://127.0.0.1:${String(controlPort)}/control`;
    child = spawn(process.execPath, [BUILT], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        LIENTHONG_PLATFORM_URL: platform.url,
        LIENTHONG_KEYS_FILE: join(folder, 'keys.json'),
        LIENTHONG_PROVINCE_FILE: join(folder, 'province.yaml'),
        LIENTHONG_SEED: '1',
        LIENTHONG_DATA_DIR: join(folder, 'data'),
        LIENTHONG_CONTROL_PORT: String(controlPort),
        LIENTHONG_LOG_LEVEL: 'silent',
      },
    });
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isReady())) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error('the e-office systems do not start (npm run build?)');
      await pause(PROBE_MS);
    }
  };

  const isReady = async (): Promise<boolean> => {
    try {
      return (await fetch(`${control}/state`)).ok;
    } catch {
      return false;
    }
  };

  const kill9 = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  const settleUntil = async (until: string): Promise<void> => {
    await fetch(`${control}/settle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ until }),
    });
  };

  beforeEach(async () => {
    folder = await provinceFolder();
    platform = await StandInPlatform.start((system) => AGENCIES.get(system) ?? []);
    await start();
  });

  afterEach(async () => {
    await kill9();
    platform.stop();
    await rm(folder, { recursive: true });
  });

  it('goes on where the conductor had let it come: nobody answers beyond his time', async () => {
    await settleUntil(NOON);
    await issue(control, [order(20, 'P', ['D', 'C']), order(21, 'D', ['P'])]);
    await settleUntil(NOON);
    const said = new Set(platform.statuses);
    expect(await state(control)).toMatchObject({ received: 3, outstanding: 0 });

    await kill9();
    await start();
    await pause(A_WHILE_MS);
    expect(platform.statuses).toStrictEqual(said);
    await settleUntil(NOON);
    expect(platform.statuses).toStrictEqual(said);

    await settle(control);
    expect(platform.statuses.size).toBeGreaterThan(said.size);
    const all = new Set(platform.statuses);
    await kill9();
    await start();
    expect(await settle(control)).toMatchObject({ outstanding: 0 });
    expect(platform.statuses).toStrictEqual(all);
  }, 60_000);

  it('ends when the conductor says so, also for those that are killed after it', async () => {
    await settleUntil(NOON);
    await settle(control);
    await kill9();
    await start();
    await issue(control, [order(31, 'P', ['D'])]);
    while ((await state(control)).statusesSent === 0) await pause(PROBE_MS);
  }, 60_000);
});
