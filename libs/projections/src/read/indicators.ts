import { type Level } from '@lienthong/directory';
import { type LocalDate } from '@lienthong/kernel';
import { hashKey } from '../keys.js';
import { agencyHash, parseCounterField, WHOLE_TENANT } from '../projections/exchanged.js';
import { parseCounters } from './parse-reply.js';
import { type Snapshot } from './snapshot.js';

/** Days of issue in Vietnam, both included; open where absent. */
export interface Period {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export interface IndicatorQuery extends Period {
  /** One indicator over these levels, instead of the published ones. */
  readonly levels?: readonly Level[] | undefined;
  /** Internal id: the documents of this issuer alone. */
  readonly agency?: string | undefined;
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

export interface Indicators {
  readonly asOfSequence: number;
  readonly indicators: readonly Indicator[];
}

interface Definition {
  readonly levels: readonly Level[];
  readonly target: number | null;
}

const PUBLISHED: readonly Definition[] = [
  { levels: ['province', 'district'], target: null },
  { levels: ['commune'], target: null },
];

export const readIndicators = async (
  snapshot: Snapshot,
  query: IndicatorQuery,
): Promise<Indicators> => {
  const { agency, levels } = query;
  const hash = agency === undefined ? WHOLE_TENANT : agencyHash(agency);
  const { sequence, replies } = await snapshot.read((transaction, lane) =>
    transaction.hgetall(hashKey(lane, hash)),
  );
  const counters = parseCounters(replies[0])
    .map(([field, count]) => ({ ...parseCounterField(field), count }))
    .filter(({ day }) => within(query, day));
  const definitions = levels === undefined ? PUBLISHED : [{ levels, target: null }];
  const indicators = definitions.map((definition) => {
    const sum = (wanted: string): number =>
      counters
        .filter(({ level, measure }) => measure === wanted && includes(definition.levels, level))
        .reduce((total, { count }) => total + count, 0);
    return indicator(definition, sum('exchanged'), sum('outgoing'));
  });
  return { asOfSequence: sequence, indicators };
};

export const within = ({ from, to }: Period, day: LocalDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

const includes = (levels: readonly string[], level: string): boolean => levels.includes(level);

const indicator = (
  { levels, target }: Definition,
  numerator: number,
  denominator: number,
): Indicator => ({
  id: `documents.exchanged{${levels.join('+')}}`,
  numerator,
  denominator,
  value: ratio(numerator, denominator),
  target,
});

/** Integers alone until the last division, so that a half is a half. */
export const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0
    ? null
    : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 10_000;
