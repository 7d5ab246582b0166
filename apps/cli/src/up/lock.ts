import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CliFailure } from '../output/failure.js';
import { type Layout } from '../platform/layout.js';
import { type ProcessIdentity, identityOf, isRunning } from '../platform/process-identity.js';
import { z } from 'zod';

const holder = z.object({ pid: z.int(), startTime: z.string() });

/** The data folder belongs to one supervisor at a time; the lock of a dead one is taken over. */
export interface Lock {
  readonly holder: ProcessIdentity;
  release(): void;
}

/** @throws {CliFailure} when another supervisor works in the folder */
export const takeLock = ({ lockFile, root }: Layout): Lock => {
  const self = identityOf(process.pid);
  if (self === undefined) throw new Error('this process cannot be identified');
  const other = readHolder(lockFile);
  if (other !== undefined && isRunning(other) && other.pid !== self.pid)
    throw alreadyRunning(root, other.pid);
  rmSync(lockFile, { force: true });
  try {
    writeFileSync(lockFile, JSON.stringify(self), { flag: 'wx' });
  } catch {
    throw alreadyRunning(root);
  }
  return {
    holder: self,
    release: () => {
      rmSync(lockFile, { force: true });
    },
  };
};

const readHolder = (lockFile: string): ProcessIdentity | undefined => {
  try {
    return holder.safeParse(JSON.parse(readFileSync(lockFile, 'utf8'))).data;
  } catch {
    return undefined;
  }
};

const alreadyRunning = (root: string, pid?: number): CliFailure =>
  new CliFailure('conflict', {
    vi: `Nền tảng trong ${root} đang chạy rồi; dừng bằng \`./lienthong down\`.`,
    en: `A platform already runs in ${root}${pid === undefined ? '' : ` (pid ${String(pid)})`}; end it with \`./lienthong down\`.`,
  });
