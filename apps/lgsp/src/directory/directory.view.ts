import { type Recorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { Injectable } from '@nestjs/common';

/** The directory as this process knows it: folded from the log, and kept up by `DirectoryHandlers`. */
@Injectable()
export class DirectoryView {
  readonly current = new Directory();
  private readonly applied = new Map<Recorded['category'], number>();

  /** Applies an event of the directory once, however often it is read. */
  apply(recorded: Recorded): void {
    const { category, message } = recorded;
    const { sequence, aggregateId } = message;
    if (sequence <= (this.applied.get(category) ?? 0)) return;
    this.applied.set(category, sequence);
    switch (category) {
      case 'agency':
        this.current.applyAgency(aggregateId, recorded.event);
        break;
      case 'group':
        this.current.applyGroup(aggregateId, recorded.event);
        break;
      case 'system':
        this.current.applySystem(aggregateId, recorded.event);
        break;
      default:
    }
  }
}
