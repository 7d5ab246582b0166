import { setTimeout as pause } from 'node:timers/promises';

/** One thing to do toward an outside system. */
export interface Task {
  /** Of the event that asks for it; orders the backlog. */
  readonly sequence: number;
  /** Tasks with one key are done in their order; others do not wait for each other. */
  readonly key: string;
  /**
   * May be repeated after a crash, and while the outside system is away.
   *
   * @returns whether the outside system was reached; false when there was nothing to do outside
   */
  run(): Promise<boolean>;
}

export interface BacklogListener {
  /** A task was done. */
  settled(): void;
  /** A task failed and will be tried again. */
  failed(error: unknown): void;
}

const CONCURRENCY = 8;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * What waits to be done outside, in order for each key; while the outside system is away, one task probes it.
 *
 * The backlog itself is nowhere kept: everything in it follows from the log behind {@link settledUpTo}.
 */
export class Backlog {
  /** Sequences of tasks, and when they came, milliseconds since the epoch. */
  private readonly waiting = new Map<number, number>();
  private readonly queues = new Map<string, Task[]>();
  private readonly ready: string[] = [];
  private running = 0;
  private pauseMs = 0;
  private stopped = false;
  lastError: string | undefined;

  constructor(private readonly told: BacklogListener) {}

  get size(): number {
    return this.waiting.size;
  }

  /** When the oldest task came, milliseconds since the epoch. */
  get oldest(): number | undefined {
    return this.waiting.values().next().value;
  }

  /** Every task up to here is done, when the log was seen up to `seen`. */
  settledUpTo(seen: number): number {
    const first = this.waiting.keys().next().value;
    return first === undefined ? seen : Math.min(seen, first - 1);
  }

  /** Tasks come in the order of their sequences. */
  add(task: Task): void {
    this.waiting.set(task.sequence, Date.now());
    const queue = this.queues.get(task.key);
    if (queue === undefined) {
      this.queues.set(task.key, [task]);
      this.ready.push(task.key);
    } else {
      queue.push(task);
    }
    this.pump();
  }

  stop(): void {
    this.stopped = true;
  }

  private pump(): void {
    const limit = this.pauseMs > 0 ? 1 : CONCURRENCY;
    while (!this.stopped && this.running < limit) {
      const key = this.ready.shift();
      if (key === undefined) return;
      this.running += 1;
      void this.work(key);
    }
  }

  private async work(key: string): Promise<void> {
    const queue = this.queues.get(key);
    const task = queue?.[0];
    if (queue !== undefined && task !== undefined && (await this.attempt(task))) {
      queue.shift();
      this.waiting.delete(task.sequence);
      // A failure is of something that waits.
      if (this.waiting.size === 0) this.recover();
      this.told.settled();
    }
    if (queue === undefined || queue.length === 0) this.queues.delete(key);
    else this.ready.push(key);
    this.running -= 1;
    this.pump();
  }

  /** True when the task is done. */
  private async attempt(task: Task): Promise<boolean> {
    try {
      if (await task.run()) this.recover();
      return true;
    } catch (error) {
      this.lastError = error instanceof Error ? error.message : String(error);
      this.told.failed(error);
      this.pauseMs = Math.min(Math.max(this.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      await pause(this.pauseMs, undefined, { ref: false });
      return false;
    }
  }

  private recover(): void {
    this.pauseMs = 0;
    this.lastError = undefined;
  }
}
