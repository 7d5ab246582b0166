import { copyFile, readdir, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface LogLimits {
  /** Above it a log is put aside; it may grow further until the next look. */
  readonly bytes: number;
  /** Files put aside: `<log>.1` is the latest. */
  readonly kept: number;
  readonly lookEveryMs: number;
}

const LIMITS: LogLimits = { bytes: 10 * 1_024 * 1_024, kept: 3, lookEveryMs: 10_000 };

/**
 * Keeps the logs of a folder small while their processes run. A process holds its log open, and goes on without us when we
 * die; so a log is copied and emptied in its place. What is written between the two is lost.
 */
export class LogKeeper {
  private readonly ending = new AbortController();
  private readonly looking: Promise<void>;

  /** @param failed told of what could not be put aside; it is tried again at the next look */
  constructor(
    private readonly folder: string,
    private readonly failed: (error: unknown) => void,
    private readonly limits: LogLimits = LIMITS,
  ) {
    this.looking = this.look();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.looking;
  }

  private async look(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.keepAll().catch(this.failed);
      await pause(this.limits.lookEveryMs, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  private async keepAll(): Promise<void> {
    const names = new Set(await readdir(this.folder));
    for (const name of names)
      if (name.endsWith('.log')) await this.keep(name, names).catch(this.failed);
  }

  private async keep(name: string, names: ReadonlySet<string>): Promise<void> {
    const file = join(this.folder, name);
    if ((await stat(file)).size <= this.limits.bytes) return;
    for (let age = this.limits.kept - 1; age >= 1; age -= 1)
      if (names.has(aged(name, age))) await rename(aged(file, age), aged(file, age + 1));
    await copyFile(file, aged(file, 1));
    await truncate(file);
  }
}

const aged = (file: string, age: number): string => `${file}.${String(age)}`;
