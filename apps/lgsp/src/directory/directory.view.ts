import { type Recorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { Injectable } from '@nestjs/common';

/** The directory as this process knows it: folded from the log, and kept up by `DirectoryHandlers`. */
@Injectable()
export class DirectoryView {
  readonly current = new Directory();
  private applied = { agency: 0, system: 0 };

  /** Applies an event of the directory once, however often it is read. */
  apply(recorded: Recorded): void {
    if (recorded.category !== 'agency' && recorded.category !== 'system') return;
    const { sequence, aggregateId } = recorded.message;
    if (sequence <= this.applied[recorded.category]) return;
    this.applied[recorded.category] = sequence;
    if (recorded.category === 'agency') this.current.applyAgency(aggregateId, recorded.event);
    else this.current.applySystem(aggregateId, recorded.event);
  }
}
