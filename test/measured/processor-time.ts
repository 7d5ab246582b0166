import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Linux counts processor time in ticks of a hundredth of a second. */
const TICKS = 100;
/** In the first line of /proc/stat: time in which nobody worked. */
const IDLE_FIELDS = new Set([3, 4]);
/** The fields before `guest`, which `user` holds already. */
const FIELDS = 8;

export const cores = availableParallelism();

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Processor time that everybody on the machine has used so far; 0 where the machine does not tell. */
export const busySeconds = (): number => {
  const fields = read('/proc/stat').split('\n', 1)[0]?.trim().split(/\s+/).slice(1) ?? [];
  const ticks = fields
    .slice(0, FIELDS)
    .reduce((sum, field, at) => (IDLE_FIELDS.has(at) ? sum : sum + Number(field)), 0);
  return ticks / TICKS;
};
