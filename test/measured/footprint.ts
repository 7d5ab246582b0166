import { setTimeout as pause } from 'node:timers/promises';
import { pssBytes } from '../../apps/cli/src/platform/process-identity.js';

const MIB = 1_024 * 1_024;
const SAMPLE_EVERY_MS = 200;

export type Pids = Readonly<Record<string, number>>;

/** Memory in MiB, shared pages by share. */
export interface Footprint {
  readonly sum: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** The largest that the processes were together, from now until `running` says that there are none. */
export const largestFootprint = async (running: () => Pids | undefined): Promise<Footprint> => {
  let largest: Footprint = { sum: 0, parts: {} };
  for (let pids = running(); pids !== undefined; pids = running()) {
    const now = await footprintOf(pids);
    if (now.sum > largest.sum) largest = now;
    await pause(SAMPLE_EVERY_MS);
  }
  return largest;
};

const footprintOf = async (pids: Pids): Promise<Footprint> => {
  const sizes = await Promise.all(
    Object.entries(pids).map(
      async ([name, pid]) => [name, ((await pssBytes(pid)) ?? 0) / MIB] as const,
    ),
  );
  return {
    sum: sizes.reduce((sum, [, size]) => sum + size, 0),
    parts: Object.fromEntries(sizes),
  };
};
