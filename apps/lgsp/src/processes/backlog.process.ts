import { type Recorded } from '@lienthong/contracts';
import { type EventStore } from '@lienthong/event-store';
import { Logger } from '@nestjs/common';
import { Backlog, type Task } from './backlog.js';
import { type LogProcess, type ProcessStatus, secondsSince } from './process.js';
import { Progress } from './progress.js';

/** Makes tasks toward an outside system from events; its checkpoint stays behind the first that is not done. */
export abstract class BacklogProcess implements LogProcess {
  private readonly progress: Progress;
  private readonly backlog: Backlog;
  private seen = 0;

  /** @param passing tells a failure that ends by itself from a fault of ours, which is logged */
  protected constructor(
    private readonly name: string,
    store: EventStore,
    passing: (error: unknown) => boolean,
  ) {
    const logger = new Logger(name);
    this.progress = new Progress(store, name);
    this.backlog = new Backlog({
      settled: () => {
        this.progress.advance(this.backlog.settledUpTo(this.seen));
      },
      failed: (error) => {
        if (!passing(error)) logger.error(error);
      },
    });
  }

  protected abstract taskOf(recorded: Recorded): Task | undefined;

  async start(): Promise<number> {
    this.seen = await this.progress.load();
    return this.seen;
  }

  see(events: readonly Recorded[], caughtUpTo: number): void {
    for (const event of events) {
      const task = this.taskOf(event);
      if (task !== undefined) this.backlog.add(task);
    }
    this.seen = caughtUpTo;
    this.progress.advance(this.backlog.settledUpTo(caughtUpTo));
  }

  status(): ProcessStatus {
    const { lastError, size, oldest } = this.backlog;
    return {
      name: this.name,
      checkpoint: this.progress.position,
      waiting: size,
      oldestWaitingSeconds: secondsSince(oldest),
      ...(lastError === undefined ? {} : { lastError }),
    };
  }

  async stop(): Promise<void> {
    this.backlog.stop();
    await this.progress.flush();
  }
}
