import { type Recorded } from '@lienthong/contracts';
import { type Instant } from '@lienthong/kernel';
import { Background } from '../../model/background.js';
import { type Effect } from '../../model/row.js';
import { daysIn } from '../../projections/figures/counters.js';
import { figures } from '../../projections/figures/figures.js';
import { type LogReader } from '../../runtime/build.js';
import { IndicatorUnknown, ReadModelsBehind } from '../errors.js';
import {
  type Counter,
  type Counters,
  type CountersQuery,
  readCounters,
} from '../figures/counters.js';
import { type Flow, flowIn, type FlowQuery, flowScopes } from '../figures/flow.js';
import { type Metrics, metricsIn, type MetricsQuery, metricsScope } from '../figures/metrics.js';
import { type Snapshot } from '../snapshot.js';
import { type ExplainQuery, explanationOf, Standing } from './explain.js';
import { type Horizon } from './horizon.js';
import { Past } from './past.js';
import { refold, type RefoldOptions } from './refold.js';

export interface HistoryOptions {
  readonly log: LogReader;
  readonly background: Snapshot;
  readonly figures: Snapshot;
}

export interface Showing {
  readonly signal: AbortSignal;
  readonly show: (event: Recorded) => Promise<void>;
}

/**
 * What the read models would have said, when the log had come to some sequence: the counters of the days before, and the
 * last day folded once more.
 *
 * Every question throws {@link ReadModelsBehind} where the read models have not come to the sequence themselves.
 */
export class History {
  private readonly past: Past;

  constructor(private readonly options: HistoryOptions) {
    this.past = new Past(options.background, options.log);
  }

  /** The last sequence up to which everything had been recorded by `at`; 0 when nothing had. */
  sequenceAt(at: Instant, signal: AbortSignal): Promise<number> {
    return this.past.sequenceAt(at, signal);
  }

  async metrics(query: MetricsQuery, horizon: Horizon, signal: AbortSignal): Promise<Metrics> {
    const scopes = [metricsScope(query)];
    const { counters, sequence } = await this.counters({ scopes }, horizon, signal);
    return { asOfSequence: sequence, stale: false, ...metricsIn(counters, query) };
  }

  async flow(query: FlowQuery, horizon: Horizon, signal: AbortSignal): Promise<Flow> {
    const asked = { scopes: flowScopes(query), to: query.to };
    const { counters, sequence } = await this.counters(asked, horizon, signal);
    return { asOfSequence: sequence, stale: false, ...flowIn(counters, query) };
  }

  /**
   * Shows the events behind a number, in the order of the log: as many as the number says.
   *
   * @throws {IndicatorUnknown}
   */
  async explain(query: ExplainQuery, horizon: Horizon, { signal, show }: Showing): Promise<void> {
    const explanation = explanationOf(query);
    if (explanation === undefined) throw new IndicatorUnknown(query.indicator);
    const { weigh, mayEnd } = explanation;
    const standing = new Standing();
    const see = async (event: Recorded, effects: readonly Effect[]): Promise<void> => {
      const weight = weigh(effects);
      if (mayEnd) standing.take(event, weight);
      else if (weight > 0) await show(event);
    };
    const background = new Background();
    await this.refold({ background, from: 1, horizon, signal, see });
    for (const event of standing.all()) await show(event);
  }

  private refold(part: Omit<RefoldOptions, 'log' | 'snapshot' | 'projection'>): Promise<void> {
    const { log, figures: snapshot } = this.options;
    return refold({ ...part, log, snapshot, projection: figures });
  }

  private async counters(
    query: CountersQuery,
    horizon: Horizon,
    signal: AbortSignal,
  ): Promise<Counters> {
    const { sequence, happenedBy } = horizon;
    const nothing = { sequence, stale: false, counters: [], days: [], parked: 0 };
    const day = await this.past.dayAt(sequence);
    if (day === undefined) return nothing;
    if (happenedBy !== undefined) {
      return { ...nothing, counters: await this.recounted(query, horizon, signal) };
    }
    const before = await readCounters(this.options.figures, { ...query, recordedBefore: day.day });
    if (before.sequence < sequence) throw new ReadModelsBehind(before.sequence, sequence);
    const sums = new Sums();
    const background = await this.past.backgroundAt(day.first - 1);
    const see = (_event: Recorded, effects: readonly Effect[]): void => {
      sums.take(effects);
    };
    await this.refold({ background, from: day.first, horizon, signal, see });
    return { ...before, sequence, counters: [...before.counters, ...sums.of(query)] };
  }

  /** What happened by a time may stand anywhere in the log. */
  private async recounted(
    query: CountersQuery,
    horizon: Horizon,
    signal: AbortSignal,
  ): Promise<readonly Counter[]> {
    const sums = new Sums();
    const see = (_event: Recorded, effects: readonly Effect[]): void => {
      sums.take(effects);
    };
    await this.refold({ background: new Background(), from: 1, horizon, signal, see });
    return sums.of(query);
  }
}

/** Counters by hash and name. */
class Sums {
  private readonly hashes = new Map<string, Map<string, number>>();

  take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type !== 'add') continue;
      const fields = this.hashes.get(effect.hash) ?? new Map<string, number>();
      fields.set(effect.field, (fields.get(effect.field) ?? 0) + effect.by);
      this.hashes.set(effect.hash, fields);
    }
  }

  of({ scopes, to }: CountersQuery): readonly Counter[] {
    return [...this.hashes].flatMap(([hash, fields]) => {
      const scope = scopes.find((each) => daysIn(each, hash) !== undefined);
      const days = scope === undefined ? undefined : daysIn(scope, hash);
      if (scope === undefined || days === undefined) return [];
      if (to !== undefined && days.business > to) return [];
      return [...fields].map(([name, count]) => ({ scope, ...days, name, count }));
    });
  }
}
