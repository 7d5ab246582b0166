import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const BYTES_PER_KB = 1_024;
/** Fields of /proc/<pid>/stat after the command's closing bracket: the state comes first, the start time twentieth. */
const STATE_FIELD = 0;
const USER_TIME_FIELD = 11;
const SYSTEM_TIME_FIELD = 12;
const START_TIME_FIELD = 19;
/** Linux counts processor time in ticks of a hundredth of a second. */
const TICKS = 100;

/** One run of one program: a pid alone may have been given to another by now. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** Nothing when no process has the pid, or only the remains of one. */
export const identityOf = (pid: number): ProcessIdentity | undefined => {
  const startTime = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return startTime === undefined ? undefined : { pid, startTime };
};

/** @throws where the machine does not tell who runs */
export const thisProcess = (): ProcessIdentity => {
  const self = identityOf(process.pid);
  if (self === undefined) throw new Error('this process cannot be identified');
  return self;
};

export const isRunning = ({ pid, startTime }: ProcessIdentity): boolean =>
  identityOf(pid)?.startTime === startTime;

/** Signals that process and no other; whether it was there. */
export const signal = (identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): boolean => {
  if (!isRunning(identity)) return false;
  try {
    return process.kill(identity.pid, name);
  } catch {
    return false;
  }
};

/** Memory that the process would free by ending, shared pages by share; nothing where the machine does not tell. */
export const pssBytes = async (pid: number): Promise<number | undefined> => {
  try {
    const rollup = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * BYTES_PER_KB;
  } catch {
    return undefined;
  }
};

/** Processor time that a process has used so far; 0 where the machine does not tell, and of none. */
export const processorSeconds = (pid: number): number => {
  const fields = statOf(pid);
  return (Number(fields[USER_TIME_FIELD] ?? 0) + Number(fields[SYSTEM_TIME_FIELD] ?? 0)) / TICKS;
};

const fromProc = (pid: number): string | undefined => {
  const fields = statOf(pid);
  return fields[STATE_FIELD] === 'Z' ? undefined : fields[START_TIME_FIELD];
};

const statOf = (pid: number): readonly string[] => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

const fromPs = (pid: number): string | undefined => {
  try {
    const args = ['-o', 'lstart=', '-p', String(pid)];
    const said = execFileSync('ps', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
};
