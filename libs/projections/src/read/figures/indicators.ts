import { type LocalDate } from '@lienthong/kernel';
import { quantile } from '../../projections/figures/durations.js';
import { parseMeasureName } from '../../projections/figures/measures.js';
import { type Counter } from './counters.js';
import {
  type Definitions,
  type DurationDefinition,
  type IndicatorDefinition,
} from './definitions.js';

/** Days in Vietnam, both included; open where absent. */
export interface Period {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export interface Indicator {
  readonly id: string;
  readonly numerator: number;
  readonly denominator: number;
  /** A ratio of four digits, rounded half up; nothing to divide by gives null. */
  readonly value: number | null;
  /** The published goal, a ratio; null where none was published. */
  readonly target: number | null;
}

/** How long something took, by fixed bounds: half of them took no longer than the median, 95 of 100 no longer than p95. */
export interface DurationFigure {
  readonly id: string;
  readonly count: number;
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
}

export interface Figures {
  readonly indicators: readonly Indicator[];
  readonly durations: readonly DurationFigure[];
}

/** A period, and the day at whose end it is asked what stands. */
export interface Counting extends Period {
  readonly end: LocalDate;
}

/** What the counters of one scope say of a period. */
export const figuresIn = (
  counters: readonly Counter[],
  { indicators, durations }: Definitions,
  period: Counting,
): Figures => {
  const measured = counters.map((counter) => ({ ...counter, ...parseMeasureName(counter.name) }));
  return {
    indicators: indicators.map((definition) => indicatorIn(measured, definition, period)),
    durations: durations.map((definition) => durationIn(measured, definition, period)),
  };
};

type Measured = Counter & ReturnType<typeof parseMeasureName>;

const indicatorIn = (
  counters: readonly Measured[],
  { id, levels, of, ...parts }: IndicatorDefinition,
  { from, to, end }: Counting,
): Indicator => {
  const period = of === 'end' ? { to: end } : { from, to };
  const sum = (wanted: string): number =>
    counters
      .filter(({ measure, level }) => measure === wanted && includes(levels, level))
      .filter(({ business }) => within(period, business))
      .reduce((total, { count }) => total + count, 0);
  const [numerator, denominator] = [sum(parts.numerator), sum(parts.denominator)];
  return { id, numerator, denominator, value: ratio(numerator, denominator), target: null };
};

const durationIn = (
  counters: readonly Measured[],
  { id, levels, duration }: DurationDefinition,
  period: Period,
): DurationFigure => {
  const histogram = new Map<number, number>();
  let total = 0;
  for (const { measure, level, bound, business, count } of counters) {
    if (measure !== duration || bound === undefined) continue;
    if (!includes(levels, level) || !within(period, business)) continue;
    histogram.set(bound, (histogram.get(bound) ?? 0) + count);
    total += count;
  }
  const [medianSeconds, p95Seconds] = [50, 95].map((percent) => quantile(histogram, percent));
  return { id, count: total, medianSeconds: medianSeconds ?? null, p95Seconds: p95Seconds ?? null };
};

export const within = ({ from, to }: Period, day: LocalDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

const includes = (levels: readonly string[], level: string): boolean => levels.includes(level);

/** Integers alone until the last division, so that a half is a half. */
export const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0
    ? null
    : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 10_000;
