import { EventStore } from '@lienthong/event-store';
import { InTurn, sha256 } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';

const SYSTEM_DIGITS = 24;

/** One of the lists that a system works off; entries are known by the sequences of their events. */
export interface Worklist {
  readonly system: string;
  readonly name: 'arrivals' | 'requests' | 'notices';
}

/**
 * Which entries of its lists a system has acknowledged: all up to a mark, and single ones behind it. Kept like the
 * checkpoints of our own processes, so that an emptied Redis brings nothing back.
 */
@Injectable()
export class Acknowledged {
  private readonly turns = new InTurn();

  constructor(private readonly store: EventStore) {}

  /** All up to this sequence are acknowledged. */
  mark(list: Worklist): Promise<number> {
    return this.store.checkpoints.load(markOf(list));
  }

  /** Which of these, all of them behind the mark, are acknowledged. */
  async among(list: Worklist, sequences: readonly number[]): Promise<ReadonlySet<number>> {
    const { checkpoints } = this.store;
    const found = await Promise.all(
      sequences.map(async (sequence) => (await checkpoints.load(singleOf(list, sequence))) > 0),
    );
    return new Set(sequences.filter((_, at) => found[at]));
  }

  /**
   * Durable when it resolves.
   *
   * @param behind the sequences of the list behind its mark, in their order, as far as somebody cares to say
   */
  acknowledge(
    list: Worklist,
    sequence: number,
    behind: () => Promise<readonly number[]>,
  ): Promise<void> {
    return this.turns.run(markOf(list), () => this.note(list, sequence, behind));
  }

  private async note(
    list: Worklist,
    sequence: number,
    behind: () => Promise<readonly number[]>,
  ): Promise<void> {
    if (sequence <= (await this.mark(list))) return;
    const sequences = await behind();
    const known = await this.among(list, sequences);
    const open = sequences.findIndex((each) => each !== sequence && !known.has(each));
    const reached = sequences.at(open === -1 ? -1 : open - 1);
    const isReached = open !== 0 && reached !== undefined && reached >= sequence;
    const { checkpoints } = this.store;
    if (open !== 0 && reached !== undefined) await checkpoints.save(markOf(list), reached);
    if (!isReached) await checkpoints.save(singleOf(list, sequence), 1);
  }
}

/** A system's id is as long as the name of a checkpoint may be. */
const markOf = ({ system, name }: Worklist): string =>
  `acked-${name}-${sha256(system).slice(0, SYSTEM_DIGITS)}`;

const singleOf = (list: Worklist, sequence: number): string =>
  `${markOf(list)}-${String(sequence)}`;
