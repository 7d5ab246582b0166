import { spawn } from 'node:child_process';

const GUARD = 'read -r _; kill -9 "$1"';

/**
 * Ends the process when this one is gone, however it went: its end of the pipe closes.
 *
 * @returns lets go of the process
 */
export const guard = (pid: number): (() => void) => {
  const watcher = spawn('sh', ['-c', GUARD, 'guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  return () => {
    watcher.kill('SIGKILL');
  };
};
