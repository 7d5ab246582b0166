import { setTimeout as pause } from 'node:timers/promises';
import { type Layout } from '../platform/layout.js';
import { readPlatformFile, removePlatformFile } from '../platform/platform-file.js';
import { type ProcessIdentity, isRunning, signal } from '../platform/process-identity.js';

const PROBE_INTERVAL_MS = 25;
const END_WITHIN_MS = 12_000;

/**
 * Ends what a killed supervisor left running, last started first, and forgets it.
 *
 * @returns the names of the processes that were still there
 */
export const endLeftovers = async (layout: Layout): Promise<readonly string[]> => {
  const record = readPlatformFile(layout);
  if (record === undefined) return [];
  const left = record.services.filter(isRunning).reverse();
  for (const service of left) await endProcess(service);
  removePlatformFile(layout);
  return left.map(({ name }) => name);
};

/** Asks the process to end, and ends it when it does not in time. */
export const endProcess = async (
  identity: ProcessIdentity,
  withinMs = END_WITHIN_MS,
): Promise<void> => {
  signal(identity, 'SIGTERM');
  const deadline = Date.now() + withinMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) signal(identity, 'SIGKILL');
    await pause(PROBE_INTERVAL_MS);
  }
};
