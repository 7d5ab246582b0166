import { type Instant, localDate, type LocalDate } from '@lienthong/kernel';
import { streamKey } from '../../keys.js';
import { Background } from '../../model/background.js';
import { AGENCIES, DAYS, recall, recalledDay } from '../../projections/background.js';
import { type LogReader } from '../../runtime/build.js';
import { parseEntries } from '../../stream-entries.js';
import { parseStreamId } from '../cursor.js';
import { type Snapshot } from '../snapshot.js';

/** A day on which was recorded, and the first event that was. */
export interface KnownDay {
  readonly day: LocalDate;
  readonly first: number;
}

/** When what was recorded: which part of the log was there at a time. */
export class Past {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly log: LogReader,
  ) {}

  /**
   * The last sequence up to which everything had been recorded by `at`; 0 when nothing had.
   *
   * @throws {ReadModelsUnavailable}
   */
  async sequenceAt(at: Instant, signal: AbortSignal): Promise<number> {
    const { days, sequence } = await this.days();
    const index = days.findLastIndex(({ day }) => day <= localDate(at));
    const found = days[index];
    if (found === undefined) return 0;
    const end = (days[index + 1]?.first ?? sequence + 1) - 1;
    return found.day < localDate(at)
      ? end
      : this.lastBy(at, { from: found.first, until: end }, signal);
  }

  /** The day that was the last one when `sequence` was recorded. */
  async dayAt(sequence: number): Promise<KnownDay | undefined> {
    return (await this.days()).days.findLast(({ first }) => first <= sequence);
  }

  /** Agencies and days as the events up to `sequence` have them. */
  async backgroundAt(sequence: number): Promise<Background> {
    if (sequence === 0) return new Background();
    const { replies } = await this.snapshot.read((transaction, lane) =>
      [AGENCIES, DAYS].reduce(
        (commands, stream) => commands.xrange(streamKey(lane, stream), '-', String(sequence)),
        transaction,
      ),
    );
    const [agencies = [], days = []] = replies.map((reply) =>
      parseEntries(reply).map(({ entry }) => entry),
    );
    return recall(agencies, days);
  }

  private async days(): Promise<{ days: readonly KnownDay[]; sequence: number }> {
    const { sequence, replies } = await this.snapshot.read((transaction, lane) =>
      transaction.xrange(streamKey(lane, DAYS), '-', '+'),
    );
    const days = parseEntries(replies[0]).map(({ id, entry }) => ({
      day: recalledDay(entry),
      first: parseStreamId(id)?.sequence ?? 0,
    }));
    return { days, sequence };
  }

  private async lastBy(
    at: Instant,
    { from, until }: { readonly from: number; readonly until: number },
    signal: AbortSignal,
  ): Promise<number> {
    let last = from - 1;
    const passed = new AbortController();
    await this.log.read({
      from,
      until,
      signal: AbortSignal.any([signal, passed.signal]),
      onMessages: (messages) => {
        for (const { sequence, recordedAt, at: happenedAt } of messages) {
          if ((recordedAt ?? happenedAt) > at) passed.abort();
          if (passed.signal.aborted) break;
          last = sequence;
        }
        return Promise.resolve();
      },
    });
    return last;
  }
}
