import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { type Layout } from '../platform/layout.js';
import { type ProcessIdentity, isRunning, thisProcess } from '../platform/process-identity.js';

const holder = z.object({ pid: z.int(), startTime: z.string() });

/** The data folder belongs to one supervisor at a time; the lock of a dead one is taken over. */
export interface Lock {
  readonly holder: ProcessIdentity;
  release(): void;
}

/** @throws {CliFailure} when another supervisor works in the folder */
export const takeLock = ({ lockFile, root }: Layout): Lock => {
  const self = thisProcess();
  const other = claim(lockFile, self);
  if (other !== undefined) throw alreadyRunning(root, other.pid);
  return {
    holder: self,
    release: () => {
      giveUp(lockFile, self);
    },
  };
};

/**
 * Makes `file` name `self`, unless it names a process that runs: then returns that one.
 *
 * Only who holds `file.next` may replace the lock of a dead process, and holding that is claimed the same way: of many
 * that find a dead holder one goes on.
 */
export const claim = (file: string, self: ProcessIdentity): ProcessIdentity | undefined => {
  while (!created(file, self)) {
    const found = look(file);
    if (found.kind === 'held') return found.by;
    if (found.kind === 'none') continue;
    const next = `${file}.next`;
    const other = claim(next, self);
    if (other !== undefined) return other;
    if (look(file).kind === 'stale') {
      renameSync(next, file);
      return undefined;
    }
    rmSync(next);
  }
  return undefined;
};

/** Removes the file where it names `self`. */
export const giveUp = (file: string, self: ProcessIdentity): void => {
  const found = look(file);
  if (found.kind === 'stale' && found.pid === self.pid) rmSync(file);
};

/** The file appears with its content at once, or not at all where there is one. */
const created = (file: string, self: ProcessIdentity): boolean => {
  const written = `${file}.${String(self.pid)}`;
  writeFileSync(written, JSON.stringify(self));
  try {
    linkSync(written, file);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(written);
  }
};

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'held'; readonly by: ProcessIdentity }
  /** Of a dead process, of this one, or damaged by a power cut. */
  | { readonly kind: 'stale'; readonly pid: number | undefined };

const look = (file: string): Found => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { kind: 'none' };
    throw error;
  }
  const by = holderIn(text);
  return by !== undefined && by.pid !== process.pid && isRunning(by)
    ? { kind: 'held', by }
    : { kind: 'stale', pid: by?.pid };
};

const holderIn = (text: string): ProcessIdentity | undefined => {
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const isSystemError = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const alreadyRunning = (root: string, pid: number): CliFailure =>
  new CliFailure('conflict', {
    vi: `Nền tảng trong ${root} đang chạy rồi; dừng bằng \`./lienthong down\`.`,
    en: `A platform already runs in ${root} (pid ${String(pid)}); end it with \`./lienthong down\`.`,
  });
