import { setTimeout as pause } from 'node:timers/promises';

/**
 * Something to do toward an outside system.
 *
 * @returns whether it was reached; false when there was nothing to do outside
 */
export type Errand = () => Promise<boolean>;

interface Waiting {
  readonly errand: Errand;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const CONCURRENCY = 8;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** The way to an outside system: eight errands at once; while it is away one probes it, after longer and longer pauses. */
export class Outlet {
  private readonly queue: Waiting[] = [];
  private running = 0;
  private pauseMs = 0;
  private stopped = false;

  /** Resolves when the errand is done; rejects, after a pause, as it did: then it may be sent again, behind the others. */
  send(errand: Errand): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ errand, resolve, reject });
      this.pump();
    });
  }

  /** Nothing begins after it. */
  stop(): void {
    this.stopped = true;
  }

  private pump(): void {
    const limit = this.pauseMs > 0 ? 1 : CONCURRENCY;
    while (!this.stopped && this.running < limit) {
      const next = this.queue.shift();
      if (next === undefined) return;
      this.running += 1;
      void this.run(next);
    }
  }

  private async run({ errand, resolve, reject }: Waiting): Promise<void> {
    try {
      if (await errand()) this.pauseMs = 0;
      resolve();
    } catch (error) {
      this.pauseMs = Math.min(Math.max(this.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      await pause(this.pauseMs, undefined, { ref: false });
      reject(error);
    }
    this.running -= 1;
    this.pump();
  }
}
