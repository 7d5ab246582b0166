import { type LocalDate } from '@lienthong/kernel';
import { add, type Effect } from '../../model/row.js';

/** Two days that a counter belongs to: what happened on the one became known on the other. */
export interface Days {
  readonly recorded: LocalDate;
  /** Of the thing itself, in Vietnam. */
  readonly business: LocalDate;
}

/** A counter in one of the scopes, such as an agency. */
export interface Counted {
  readonly scope: string;
  readonly name: string;
  readonly by: number;
}

/** For each pair of days, how many events count in it. */
export const PAIRS = 'days';

const pairField = ({ recorded, business }: Days): string => `${recorded}|${business}`;

export const parsePairField = (field: string): Days => {
  const [recorded = '', business = ''] = field.split('|');
  return { recorded, business };
};

/** The counters of a scope and a pair of days, by name. */
export const countersHash = (scope: string, { recorded, business }: Days): string =>
  `${scope}:${recorded}:${business}`;

/** The days of a hash of counters, where it is one of the scope. */
export const daysIn = (scope: string, hash: string): Days | undefined => {
  const [, recorded, business] = hash.startsWith(`${scope}:`)
    ? (/^([^:]+):([^:]+)$/.exec(hash.slice(scope.length + 1)) ?? [])
    : [];
  return recorded === undefined || business === undefined ? undefined : { recorded, business };
};

/** What an event counts on a pair of days. */
export const counts = (days: Days, counted: readonly Counted[]): readonly Effect[] =>
  counted.length === 0
    ? []
    : [
        add(PAIRS, pairField(days)),
        ...counted.map(({ scope, name, by }) => add(countersHash(scope, days), name, by)),
      ];
