import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliFailure } from '../output/failure.js';
import { layoutOf } from '../platform/layout.js';
import { identityOf } from '../platform/process-identity.js';
import { takeLock } from './lock.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a data folder', () => {
  it('belongs to one supervisor while that one runs', () => {
    const layout = layoutOf(folder);
    writeFileSync(layout.lockFile, JSON.stringify(identityOf(process.ppid)));
    expect(() => takeLock(layout)).toThrow(CliFailure);
  });

  it('is taken over from one that was killed', () => {
    const layout = layoutOf(folder);
    writeFileSync(layout.lockFile, JSON.stringify({ pid: process.ppid, startTime: '1' }));
    const lock = takeLock(layout);
    expect(JSON.parse(readFileSync(layout.lockFile, 'utf8'))).toStrictEqual(lock.holder);
  });

  it('is taken over where a power cut damaged the lock, or a taker died on its way', () => {
    const layout = layoutOf(folder);
    writeFileSync(layout.lockFile, '');
    writeFileSync(`${layout.lockFile}.next`, JSON.stringify({ pid: process.ppid, startTime: '1' }));
    const lock = takeLock(layout);
    expect(JSON.parse(readFileSync(layout.lockFile, 'utf8'))).toStrictEqual(lock.holder);
    expect(readdirSync(folder)).toStrictEqual(['supervisor.lock']);
  });

  it('is left to the other one who is about to take it over', () => {
    const layout = layoutOf(folder);
    writeFileSync(layout.lockFile, JSON.stringify({ pid: process.ppid, startTime: '1' }));
    writeFileSync(`${layout.lockFile}.next`, JSON.stringify(identityOf(process.ppid)));
    expect(() => takeLock(layout)).toThrow(CliFailure);
  });

  it("is not let go in another one's name", () => {
    const layout = layoutOf(folder);
    const lock = takeLock(layout);
    writeFileSync(layout.lockFile, JSON.stringify(identityOf(process.ppid)));
    lock.release();
    expect(existsSync(layout.lockFile)).toBe(true);
  });

  it('is free again when it was let go', () => {
    const layout = layoutOf(folder);
    takeLock(layout).release();
    expect(takeLock(layout).holder.pid).toBe(process.pid);
  });
});
