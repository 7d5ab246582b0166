import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CliFailure } from '../output/failure.js';
import { type Output } from '../output/output.js';
import { type Layout } from '../platform/layout.js';
import { readPlatformFile } from '../platform/platform-file.js';
import { isRunning } from '../platform/process-identity.js';
import { shipped } from '../platform/repository.js';
import { lastWords, openLog } from './log-file.js';

const PROBE_INTERVAL_MS = 50;

/**
 * Starts a supervisor that outlives this command and waits until its platform is healthy; one that is there already
 * will do.
 *
 * @throws {CliFailure} with the end of its log when it gives up
 */
export const detach = async (
  layout: Layout,
  flags: readonly string[],
  output: Output,
): Promise<void> => {
  if (isHealthy(layout)) return;
  mkdirSync(layout.logs, { recursive: true });
  const logFile = join(layout.logs, 'supervisor.log');
  const log = openLog(logFile);
  const child = spawn(process.execPath, [shipped.program('cli'), 'up', ...flags], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  log.close();
  child.unref();
  output.progress(`pid ${String(child.pid)}, ${logFile}`);
  while (!isHealthy(layout)) {
    if (child.exitCode !== null || child.signalCode !== null) throw gaveUp(logFile);
    await pause(PROBE_INTERVAL_MS);
  }
};

const isHealthy = (layout: Layout): boolean => {
  const record = readPlatformFile(layout);
  return record?.state === 'healthy' && isRunning(record.supervisor);
};

const gaveUp = (logFile: string): CliFailure =>
  new CliFailure('unavailable', {
    vi: `Nền tảng không khởi động được; xem ${logFile}.`,
    en: `The platform does not start; the end of ${logFile}:\n${lastWords(logFile)}`,
  });
