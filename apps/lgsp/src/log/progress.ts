import { CheckpointKeeper, type EventStore } from '@lienthong/event-store';

/** How far a process has come: known at once, kept in the log's own store a moment later. */
export class Progress {
  private readonly keeper: CheckpointKeeper;
  private reached = 0;

  constructor(
    private readonly store: EventStore,
    private readonly name: string,
  ) {
    this.keeper = new CheckpointKeeper(store.checkpoints, name);
  }

  get position(): number {
    return this.reached;
  }

  async load(): Promise<number> {
    this.reached = await this.store.checkpoints.load(this.name);
    return this.reached;
  }

  /** Every effect of the messages up to `sequence` is durable. */
  advance(sequence: number): void {
    if (sequence <= this.reached) return;
    this.reached = sequence;
    this.keeper.advance(sequence);
  }

  flush(): Promise<void> {
    return this.keeper.flush();
  }
}
