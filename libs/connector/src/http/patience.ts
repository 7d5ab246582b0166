import { setTimeout as pause } from 'node:timers/promises';

/** How often a request is repeated while the far side is away, and how soon. */
export interface Patience {
  /** Attempts in all; `Infinity` goes on until the client's signal. */
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** The delay doubles up to this. */
  readonly longestDelayMs: number;
}

export const ENDLESS_PATIENCE: Patience = {
  attempts: Number.POSITIVE_INFINITY,
  firstDelayMs: 100,
  longestDelayMs: 5_000,
};

export const SHORT_PATIENCE: Patience = { ...ENDLESS_PATIENCE, attempts: 4 };

/** The failure may pass; the same request may be sent again, not before `afterMs`. */
export interface Transient {
  readonly afterMs: number;
}

/**
 * Repeats `attempt` while it fails in a way that may pass; any other failure, and the last one, is thrown as it is.
 *
 * @param transient tells a failure that may pass from a final one
 */
export const patiently = async <T>(
  patience: Patience,
  signal: AbortSignal | undefined,
  transient: (error: unknown) => Transient | undefined,
  attempt: () => Promise<T>,
): Promise<T> => {
  let delayMs = patience.firstDelayMs;
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      const passing = transient(error);
      if (passing === undefined || made >= patience.attempts) throw error;
      // Systems that lost the same server must not all come back in the same instant.
      const spread = delayMs * (0.5 + Math.random() / 2);
      await pause(Math.max(spread, passing.afterMs), undefined, { signal });
      delayMs = Math.min(delayMs * 2, patience.longestDelayMs);
    }
  }
};
