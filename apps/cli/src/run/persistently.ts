import { NoAnswer, PlatformProblem } from '@lienthong/connector';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 200;
const GIVE_UP_AFTER_MS = 120_000;

/** Asks again while the other side is away or says that it cannot now: a process that died is back within seconds. */
export const persistently = async <T>(
  signal: AbortSignal,
  question: () => Promise<T>,
): Promise<T> => {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await question();
    } catch (error) {
      if (!mayPass(error) || Date.now() > deadline) throw error;
    }
    await pause(PAUSE_MS, undefined, { signal });
  }
};

const mayPass = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof PlatformProblem && !error.isFinal);
