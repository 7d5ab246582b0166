import { type Level } from '@lienthong/directory';
import { type LocalDate } from '@lienthong/kernel';
import { agencyScope, TENANT } from '../../projections/figures/measures.js';
import { type Counter } from './counters.js';
import { definitionsOf } from './definitions.js';
import { type Figures, figuresIn, type Period, within } from './indicators.js';

export interface MetricsQuery extends Period {
  /** The indicators of these levels, instead of the published ones. */
  readonly levels?: readonly Level[] | undefined;
  /** Internal id: the documents of this issuer alone, and the deliveries to this recipient. */
  readonly agency?: string | undefined;
  /** The same for each day or month of the period. */
  readonly by?: 'day' | 'month' | undefined;
  /** What stands at the end of an open period stands on this day. */
  readonly today: LocalDate;
}

export interface PeriodFigures extends Figures {
  /** `yyyy-MM-dd` or `yyyy-MM`. */
  readonly period: string;
}

export interface Metrics extends Figures {
  readonly asOfSequence: number;
  /** The read models are being refilled: as of that sequence this is right, and there is more. */
  readonly stale: boolean;
  readonly series?: readonly PeriodFigures[];
}

export const metricsScope = ({ agency }: MetricsQuery): string =>
  agency === undefined ? TENANT : agencyScope(agency);

/** What counters of the scope say. */
export const metricsIn = (
  counters: readonly Counter[],
  query: MetricsQuery,
): Omit<Metrics, 'asOfSequence' | 'stale'> => {
  const { from, to, by, today, levels } = query;
  const definitions = definitionsOf(levels);
  const whole = figuresIn(counters, definitions, { from, to, end: to ?? today });
  if (by === undefined) return whole;
  const series = periodsIn(counters, query, by).map(({ period, ...days }) => {
    // One that is under way stands as it does today.
    const end = days.from <= today && today <= days.to ? today : days.to;
    return { period, ...figuresIn(counters, definitions, { ...days, end }) };
  });
  return { ...whole, series };
};

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days or months of the period in which anything is counted. */
const periodsIn = (
  counters: readonly Counter[],
  period: Period,
  by: 'day' | 'month',
): readonly (Days & { readonly period: string })[] => {
  const length = by === 'day' ? 'yyyy-MM-dd'.length : 'yyyy-MM'.length;
  const days = counters.map(({ business }) => business).filter((day) => within(period, day));
  const names = [...new Set(days.map((day) => day.slice(0, length)))].sort();
  return names.map((name) => ({
    period: name,
    from: later(period.from, by === 'day' ? name : `${name}-01`),
    to: earlier(period.to, by === 'day' ? name : `${name}-31`),
  }));
};

const later = (a: LocalDate | undefined, b: LocalDate): LocalDate =>
  a !== undefined && a > b ? a : b;

const earlier = (a: LocalDate | undefined, b: LocalDate): LocalDate =>
  a !== undefined && a < b ? a : b;
