/**
 * Where servers under test keep their data: in memory where there is room. Tests kill processes and never the machine, so that
 * what was written to memory is there as surely as on a disk, which now and then lets everybody wait for half a minute.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 4 * 2 ** 30;
const NAME = /^lienthong-test-(\d+)-/;

/** A folder of this process alone; those of processes that were killed are removed. */
export const makeScratch = () => {
  const name = `lienthong-test-${process.pid}-`;
  if (!hasRoom()) return mkdtempSync(join(tmpdir(), name));
  removeLeftovers();
  const folder = mkdtempSync(join(MEMORY, name));
  if (runsPrograms(folder)) return folder;
  removeScratch(folder);
  return mkdtempSync(join(tmpdir(), name));
};

/** Whoever still writes to it does not matter any more. */
export const removeScratch = (folder) => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch {
    // The next run removes it.
  }
};

/** A file system in memory tells how large it may grow, whatever else needs the memory. */
const hasRoom = () => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const free = process.availableMemory?.() ?? 0;
    return bavail * bsize >= ROOM_BYTES && free >= 2 * ROOM_BYTES;
  } catch {
    return false;
  }
};

/** Some machines let nothing be written there, or nothing that was written be run. */
const runsPrograms = (folder) => {
  try {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
    execFileSync(program);
    rmSync(program);
    return true;
  } catch {
    return false;
  }
};

const removeLeftovers = () => {
  for (const name of readdirSync(MEMORY)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeScratch(join(MEMORY, name));
  }
};

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code === 'EPERM';
  }
};
