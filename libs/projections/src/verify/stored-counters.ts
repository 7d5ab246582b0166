import { type LocalDate } from '@lienthong/kernel';
import { FLOW, cellsScope, parseCellName } from '../projections/figures/flow.js';
import { agencyScope, parseMeasureName, TENANT } from '../projections/figures/measures.js';
import { ReadModelsBehind } from '../read/errors.js';
import { type Counter, type Counters, readCounters } from '../read/figures/counters.js';
import { type Snapshot } from '../read/snapshot.js';
import { Counted, type NamedCounter, PARKED } from './counter.js';

export interface StoredCounters {
  readonly counted: Counted;
  /** The last event that they know of. */
  readonly sequence: number;
}

/** Names of what the read models call otherwise. */
const FIGURES: Readonly<Partial<Record<string, string>>> = {
  outgoing: 'documents.outgoing',
  exchanged: 'documents.exchanged',
  signed: 'documents.signed',
  due: 'deliveries.due',
  overdue: 'deliveries.overdue',
  requests: 'requests.asked',
  'requests-open': 'requests.open',
  arrival: 'deliveries.arrival',
  completion: 'deliveries.completion',
};

/**
 * What the read models have counted of the whole and of these agencies, in the words of the recount.
 *
 * @throws {ReadModelsBehind} while they are being refilled
 */
export const storedCounters = async (
  snapshot: Snapshot,
  agencies: Iterable<string>,
): Promise<StoredCounters> => {
  const counted = new Counted();
  const scopes = [TENANT, FLOW, cellsScope('level'), cellsScope('agency')];
  const byScope = new Map([...agencies].map((agency) => [agencyScope(agency), agency]));
  const query = { scopes: [...scopes, ...byScope.keys()] };
  const take = ({ counters, days }: Counters): void => {
    for (const counter of counters) {
      counted.add(named(counter, byScope.get(counter.scope)), counter.count);
    }
    for (const { count, ...pair } of days) counted.add({ figure: 'days', of: '', ...pair }, count);
  };
  // What was recorded on a day that is over stands still: it need not come in one answer with the last day.
  const days = await recordedDays(snapshot);
  for (const [at, recordedFrom] of days.slice(0, -1).entries()) {
    take(await readCounters(snapshot, { ...query, recordedFrom, recordedBefore: days[at + 1] }));
  }
  const last = await readCounters(snapshot, { ...query, recordedFrom: days.at(-1) });
  take(last);
  counted.add(PARKED, last.parked);
  if (last.stale) throw new ReadModelsBehind(last.sequence, last.sequence + 1);
  return { counted, sequence: last.sequence };
};

const recordedDays = async (snapshot: Snapshot): Promise<readonly LocalDate[]> => {
  const { days } = await readCounters(snapshot, { scopes: [] });
  return [...new Set(days.map(({ recorded }) => recorded))].sort();
};

const named = (counter: Counter, agency: string | undefined): NamedCounter => {
  const { scope, name, recorded, business } = counter;
  const days = { recorded, business };
  if (scope === FLOW) return { figure: `flow.${name}`, of: '', ...days };
  if (agency === undefined && scope !== TENANT) return { ...cellNamed(scope, name), ...days };
  const { level, measure, bound } = parseMeasureName(name);
  const figure = FIGURES[measure] ?? measure;
  return {
    figure: bound === undefined ? figure : `${figure} within ${String(bound)} s`,
    of: agency === undefined ? level : `${level} ${agency}`,
    ...days,
  };
};

const cellNamed = (scope: string, name: string): Pick<NamedCounter, 'figure' | 'of'> => {
  const { from, to, measure } = parseCellName(name);
  const by = scope === cellsScope('level') ? 'level' : 'agency';
  return { figure: `flow.${measure} by ${by}`, of: `${from} > ${to}` };
};
