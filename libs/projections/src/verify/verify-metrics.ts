import { decodeRecorded, type RecordedMessage } from '@lienthong/contracts';
import { ReadModelsBehind } from '../read/errors.js';
import { type Snapshot } from '../read/snapshot.js';
import { type LogReader } from '../runtime/build.js';
import { Counted, type NamedCounter } from './counter.js';
import { Recount } from './recount.js';
import { storedCounters } from './stored-counters.js';

/** A counter of the read models that is not what the log says. */
export interface MetricsDifference extends NamedCounter {
  /** What the events come to. */
  readonly expected: number;
  /** What the read models say. */
  readonly found: number;
}

export interface MetricsVerified {
  /** Counters that were compared. */
  readonly checked: number;
  /** The last event that was counted. */
  readonly asOfSequence: number;
  readonly differences: readonly MetricsDifference[];
}

export interface MetricsVerification {
  readonly figures: Snapshot;
  readonly log: LogReader;
  /** A sequence that the read models have reached. */
  readonly until: number;
  readonly signal: AbortSignal;
}

/**
 * Counts everything once more from the log, with other code than the projections', and compares counter by counter.
 *
 * @throws {ReadModelsUnavailable}
 * @throws {ReadModelsBehind} when they are refilled
 */
export const verifyMetrics = async (options: MetricsVerification): Promise<MetricsVerified> => {
  const { figures, log, until, signal } = options;
  const recount = new Recount();
  let counted = 0;
  const countUntil = async (last: number): Promise<void> => {
    if (last > counted) await log.read({ from: counted + 1, until: last, signal, onMessages });
    signal.throwIfAborted();
    counted = Math.max(counted, last);
  };
  const onMessages = (messages: readonly RecordedMessage[]): Promise<void> => {
    for (const message of messages) takeInto(recount, message);
    return Promise.resolve();
  };
  await countUntil(until);
  for (;;) {
    const agencies = recount.agencies.size;
    const { sequence, counted: found } = await storedCounters(figures, recount.agencies);
    if (sequence < counted) throw new ReadModelsBehind(sequence, counted);
    // What the read models know more of by now is counted too; of newcomers they have to be asked once more.
    await countUntil(sequence);
    if (recount.agencies.size === agencies) return compared(recount.counted, found, sequence);
  }
};

/** What cannot be read counts nothing, here as in the read models; whoever verifies the log is told of it. */
const takeInto = (recount: Recount, message: RecordedMessage): void => {
  try {
    recount.take(decodeRecorded(message));
  } catch {
    return;
  }
};

const compared = (expected: Counted, found: Counted, asOfSequence: number): MetricsVerified => {
  const differences: MetricsDifference[] = [];
  let checked = 0;
  for (const counter of Counted.both(expected, found)) {
    checked += 1;
    if (counter.expected !== counter.found) differences.push(counter);
  }
  return { checked, asOfSequence, differences };
};
