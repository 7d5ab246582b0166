import { type Recorded } from '@lienthong/contracts';
import { type Effect } from '../../model/row.js';
import { daysIn } from '../../projections/figures/counters.js';
import { parseMeasureName, STANDING } from '../../projections/figures/measures.js';
import {
  definitionOf,
  type DurationDefinition,
  type IndicatorDefinition,
} from '../figures/definitions.js';
import { within } from '../figures/indicators.js';
import { type MetricsQuery, metricsScope } from '../figures/metrics.js';

export type Part = 'numerator' | 'denominator';

export interface ExplainQuery extends Omit<MetricsQuery, 'levels' | 'by'> {
  /** Id of an indicator or of a duration, of whatever levels. */
  readonly indicator: string;
  /** Of a duration, both are the statuses that were counted. */
  readonly part: Part;
}

/** How much an event adds to a number. */
export type Weight = (effects: readonly Effect[]) => number;

export interface Explanation {
  readonly weigh: Weight;
  /** What was added may be taken back by a later event of the same aggregate. */
  readonly mayEnd: boolean;
}

/** How the events behind a number are known; nothing where there is no such indicator. */
export const explanationOf = (query: ExplainQuery): Explanation | undefined => {
  const definition = definitionOf(query.indicator);
  if (definition === undefined) return undefined;
  const { measure, mayEnd, atEnd } = measured(definition, query.part);
  const { from, to, today } = query;
  const period = atEnd ? { to: to ?? today } : { from, to };
  const scope = metricsScope(query);
  const counts = (hash: string, name: string): boolean => {
    const days = daysIn(scope, hash);
    if (days === undefined || !within(period, days.business)) return false;
    const { level, measure: counted } = parseMeasureName(name);
    return counted === measure && definition.levels.some((each) => each === level);
  };
  const weigh: Weight = (effects) =>
    effects.reduce(
      (sum, effect) =>
        effect.type === 'add' && counts(effect.hash, effect.field) ? sum + effect.by : sum,
      0,
    );
  return { weigh, mayEnd };
};

const measured = (
  definition: IndicatorDefinition | DurationDefinition,
  part: Part,
): { readonly measure: string; readonly mayEnd: boolean; readonly atEnd: boolean } => {
  if ('duration' in definition) {
    return { measure: definition.duration, mayEnd: false, atEnd: false };
  }
  const measure = definition[part];
  return { measure, mayEnd: STANDING.has(measure), atEnd: definition.of === 'end' };
};

/** Events whose aggregates still count, in the order of the log. */
export class Standing {
  private readonly events = new Map<string, Recorded>();

  take(event: Recorded, weight: number): void {
    const { aggregateId } = event.message;
    if (weight > 0) this.events.set(aggregateId, event);
    if (weight < 0) this.events.delete(aggregateId);
  }

  all(): readonly Recorded[] {
    return [...this.events.values()];
  }
}
