import { hashKey } from '../../keys.js';
import {
  countersHash,
  type Days,
  PAIRS,
  parsePairField,
} from '../../projections/figures/counters.js';
import { COUNTS, PARKED } from '../../projections/figures/figures.js';
import { parseCounters } from '../parse-reply.js';
import { type Snapshot } from '../snapshot.js';
import { type LocalDate } from '@lienthong/kernel';

/** A counter as it stands, of one scope and pair of days. */
export interface Counter extends Days {
  readonly scope: string;
  readonly name: string;
  readonly count: number;
}

export interface Counters {
  /** The last event that they know of. */
  readonly sequence: number;
  /** They are being refilled, and will know of more. */
  readonly stale: boolean;
  readonly counters: readonly Counter[];
  /** How often something was counted on each pair of days. */
  readonly days: readonly (Days & { readonly count: number })[];
  /** Messages that could not be handled and wait. */
  readonly parked: number;
}

export interface CountersQuery {
  readonly scopes: readonly string[];
  /** Business days up to this one; all when absent. */
  readonly to?: LocalDate | undefined;
  /** What was recorded before this day is left out. */
  readonly recordedFrom?: LocalDate | undefined;
  /** What was recorded on this day and later is left out. */
  readonly recordedBefore?: LocalDate | undefined;
}

/** All counters of the scopes, from one moment. */
export const readCounters = async (snapshot: Snapshot, query: CountersQuery): Promise<Counters> => {
  let wanted: readonly Place[] = [];
  for (;;) {
    const asked = wanted;
    const { sequence, stale, replies } = await snapshot.look((transaction, lane) =>
      asked.reduce(
        (commands, { scope, days }) => commands.hgetall(hashKey(lane, countersHash(scope, days))),
        transaction.hgetall(hashKey(lane, PAIRS)).hget(hashKey(lane, COUNTS), PARKED),
      ),
    );
    const [index, parked, ...hashes] = replies;
    const days = daysIn(index, query);
    wanted = days.flatMap((pair) => query.scopes.map((scope) => ({ scope, days: pair })));
    // Days that began in between are asked for with all the others once more.
    if (wanted.length > asked.length) continue;
    return {
      sequence,
      stale,
      counters: asked.flatMap((place, at) => countersAt(place, hashes[at])),
      days,
      parked: Number(parked ?? 0),
    };
  }
};

interface Place {
  readonly scope: string;
  readonly days: Days;
}

const daysIn = (
  index: unknown,
  { to, recordedFrom, recordedBefore }: CountersQuery,
): Counters['days'] =>
  parseCounters(index)
    .map(([field, count]) => ({ ...parsePairField(field), count }))
    .filter(({ business }) => to === undefined || business <= to)
    .filter(({ recorded }) => recordedFrom === undefined || recordedFrom <= recorded)
    .filter(({ recorded }) => recordedBefore === undefined || recorded < recordedBefore);

const countersAt = (
  { scope, days: { recorded, business } }: Place,
  hash: unknown,
): readonly Counter[] =>
  parseCounters(hash).map(([name, count]) => ({ scope, recorded, business, name, count }));

/** Messages that could not be handled and wait. */
export const readParkedCount = async (snapshot: Snapshot): Promise<number> => {
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.hget(hashKey(lane, COUNTS), PARKED),
  );
  return Number(replies[0] ?? 0);
};
