import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@lienthong/testing';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortClaims } from './port-claims.js';
import { choosePorts } from './ports.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-ports-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const claimsHere = (): PortClaims => new PortClaims(folder);

describe('the ports of a platform', () => {
  it('are no other platform’s that begins at the same moment', async () => {
    const both = [claimsHere(), claimsHere()];
    const chosen = await Promise.all(
      both.map((claims) => choosePorts({ choice: 'usual' }, claims)),
    );
    const ports = chosen.flatMap((one) => Object.values(one));
    expect(new Set(ports).size).toBe(ports.length);
    expect(readdirSync(folder)).toHaveLength(ports.length);
    for (const claims of both) claims.release();
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  it('cannot be fixed to one that another platform is about to use', async () => {
    const platform = await freePort();
    const [first, second] = [claimsHere(), claimsHere()];
    const wish = { choice: 'free', platform } as const;
    expect(await choosePorts(wish, first)).toMatchObject({ platform });
    await expect(choosePorts(wish, second)).rejects.toMatchObject({ kind: 'conflict' });
    first.release();
    expect(await choosePorts(wish, second)).toMatchObject({ platform });
    second.release();
  });

  it('are left by a process that is dead', async () => {
    const platform = await freePort();
    const dead = { pid: process.pid, startTime: '1' };
    const claims = claimsHere();
    writeFileSync(join(folder, String(platform)), JSON.stringify(dead));
    expect(await choosePorts({ choice: 'free', platform }, claims)).toMatchObject({ platform });
    claims.release();
  });

  it('are forgotten when the next platform starts after a process that died', () => {
    const held = claimsHere();
    held.take(1);
    writeFileSync(join(folder, '2'), JSON.stringify({ pid: process.pid, startTime: '1' }));
    claimsHere();
    expect(readdirSync(folder)).toStrictEqual(['1']);
    held.release();
    expect(readdirSync(folder)).toStrictEqual([]);
  });
});
