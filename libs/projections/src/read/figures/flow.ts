import { cellsScope, FLOW, type FlowBy, parseCellName } from '../../projections/figures/flow.js';
import { type Counter } from './counters.js';
import { type Period, within } from './indicators.js';

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
  /** The read models are being refilled: as of that sequence this is right, and there is more. */
  readonly stale: boolean;
  /** A document counts once here and once in each cell that it touches. */
  readonly total: FlowCount;
  readonly cells: readonly FlowCell[];
}

export const flowScopes = ({ by }: FlowQuery): readonly string[] => [FLOW, cellsScope(by)];

/** What counters of the scopes say. */
export const flowIn = (
  counters: readonly Counter[],
  query: FlowQuery,
): Pick<Flow, 'total' | 'cells'> => {
  const total = new Tally();
  const cells = new Tally();
  for (const { scope, name, business, count } of counters) {
    if (!within(query, business)) continue;
    if (scope === FLOW) total.count('', name, count);
    else cells.count(name.slice(0, name.lastIndexOf('|')), parseCellName(name).measure, count);
  }
  return {
    total: total.of(''),
    cells: cells.keys().map((cell) => {
      const { from, to } = parseCellName(cell);
      return { from, to, ...cells.of(cell) };
    }),
  };
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
