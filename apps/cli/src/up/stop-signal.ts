import { setMaxListeners } from 'node:events';
import { EXIT } from '../output/exit-codes.js';

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborted when the process is asked to end; asking twice ends it at once. */
export const stopSignal = (): AbortSignal => {
  const stop = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, stop.signal);
  for (const name of STOPPING)
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(EXIT.unexpected);
      stop.abort();
    });
  return stop.signal;
};
