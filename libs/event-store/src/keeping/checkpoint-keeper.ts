import { type Checkpoints } from '../event-store.js';

const INTERVAL_MS = 1_000;

/** Saves the newest of many sequences at most once a second. */
export class CheckpointKeeper {
  private reached: number | undefined;
  private saving: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly name: string,
  ) {}

  /** Call it when all effects of everything up to `sequence` are durable. */
  advance(sequence: number): void {
    this.reached = sequence;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush().catch(() => {
        this.advance(this.reached ?? sequence);
      });
    }, INTERVAL_MS);
  }

  /** Saves what was reached, now. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const next = this.saving.catch(() => undefined).then(() => this.save());
    this.saving = next;
    return next;
  }

  private async save(): Promise<void> {
    const sequence = this.reached;
    if (sequence === undefined) return;
    await this.checkpoints.save(this.name, sequence);
    if (this.reached === sequence) this.reached = undefined;
  }
}
