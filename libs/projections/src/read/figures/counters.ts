import { hashKey } from '../../keys.js';
import {
  countersHash,
  type Days,
  PAIRS,
  parsePairField,
} from '../../projections/figures/counters.js';
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
}

export interface CountersQuery {
  readonly scopes: readonly string[];
  /** Business days up to this one; all when absent. */
  readonly to?: LocalDate | undefined;
  /** What was recorded on this day and later is left out. */
  readonly recordedBefore?: LocalDate;
}

/** All counters of the scopes, from one moment. */
export const readCounters = async (snapshot: Snapshot, query: CountersQuery): Promise<Counters> => {
  let wanted: readonly Place[] = [];
  for (;;) {
    const asked = wanted;
    const { sequence, stale, replies } = await snapshot.look((transaction, lane) =>
      asked.reduce(
        (commands, { scope, days }) => commands.hgetall(hashKey(lane, countersHash(scope, days))),
        transaction.hkeys(hashKey(lane, PAIRS)),
      ),
    );
    const [index, ...hashes] = replies;
    wanted = placesIn(index, query);
    // Days that began in between are asked for with all the others once more.
    if (wanted.length > asked.length) continue;
    return {
      sequence,
      stale,
      counters: asked.flatMap((place, at) => countersAt(place, hashes[at])),
    };
  }
};

interface Place {
  readonly scope: string;
  readonly days: Days;
}

const placesIn = (
  index: unknown,
  { scopes, to, recordedBefore }: CountersQuery,
): readonly Place[] =>
  (Array.isArray(index) ? index.map(String).map(parsePairField) : [])
    .filter(({ business }) => to === undefined || business <= to)
    .filter(({ recorded }) => recordedBefore === undefined || recorded < recordedBefore)
    .flatMap((days) => scopes.map((scope) => ({ scope, days })));

const countersAt = ({ scope, days }: Place, hash: unknown): readonly Counter[] =>
  parseCounters(hash).map(([name, count]) => ({ ...days, scope, name, count }));
