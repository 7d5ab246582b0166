import { type LocalDate } from '@lienthong/kernel';
import { hashKey } from '../keys.js';
import { cellsHash, DAYS, type FlowBy } from '../projections/flow.js';
import { type Period, within } from './indicators.js';
import { parseCounters } from './parse-reply.js';
import { type Snapshot } from './snapshot.js';

export interface FlowQuery extends Period {
  readonly by: FlowBy;
}

export interface FlowCount {
  readonly documents: number;
  readonly deliveries: number;
}

/** By level, `from` and `to` are levels, those of other provinces marked `@other`; by agency, internal ids. */
export interface FlowCell extends FlowCount {
  readonly from: string;
  readonly to: string;
}

export interface Flow {
  readonly asOfSequence: number;
  /** A document counts once here and once in each cell that it touches. */
  readonly total: FlowCount;
  readonly cells: readonly FlowCell[];
}

export const readFlow = async (snapshot: Snapshot, query: FlowQuery): Promise<Flow> => {
  const { sequence, replies } = await snapshot.read((transaction, lane) =>
    transaction.hgetall(hashKey(lane, DAYS)),
  );
  const days = new Set<LocalDate>();
  const total = new Tally();
  for (const [field, count] of parseCounters(replies[0])) {
    const [day = '', measure = ''] = field.split('|');
    if (!within(query, day)) continue;
    days.add(day);
    total.count('', measure, count);
  }
  const cells = await readCells(snapshot, query.by, [...days]);
  return { asOfSequence: sequence, total: total.of(''), cells };
};

const readCells = async (
  snapshot: Snapshot,
  by: FlowBy,
  days: readonly LocalDate[],
): Promise<readonly FlowCell[]> => {
  const { replies } = await snapshot.read((transaction, lane) =>
    days.reduce(
      (commands, day) => commands.hgetall(hashKey(lane, cellsHash(by, day))),
      transaction,
    ),
  );
  const tally = new Tally();
  for (const [field, count] of replies.flatMap(parseCounters)) {
    const end = field.lastIndexOf('|');
    tally.count(field.slice(0, end), field.slice(end + 1), count);
  }
  return tally.keys().map((cell) => {
    const [from = '', to = ''] = cell.split('|');
    return { from, to, ...tally.of(cell) };
  });
};

/** Sums of documents and of deliveries under a key. */
class Tally {
  private readonly counts = new Map<string, FlowCount>();

  count(key: string, measure: string, count: number): void {
    const { documents, deliveries } = this.of(key);
    this.counts.set(
      key,
      measure === 'documents'
        ? { documents: documents + count, deliveries }
        : { documents, deliveries: deliveries + count },
    );
  }

  of(key: string): FlowCount {
    return this.counts.get(key) ?? { documents: 0, deliveries: 0 };
  }

  keys(): readonly string[] {
    return [...this.counts.keys()].sort();
  }
}
