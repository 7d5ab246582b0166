import { describe, expect, it } from '@jest/globals';
import { type Recorded } from '@lienthong/contracts';
import { delivery } from '@lienthong/documents';
import { fold } from '@lienthong/kernel';
import fc from 'fast-check';
import {
  counted,
  foldEach,
  folded,
  recordedOf,
} from '../../../../../test/integration/projections-fold.js';
import { RandomHistory } from '../../../../../test/integration/projections-history.js';
import { MORNING } from '../../../../../test/integration/projections-traffic.js';
import { Background } from '../../model/background.js';
import { type Effect } from '../../model/row.js';
import { announced, Folding } from '../../runtime/folding.js';
import { type Rows } from '../../runtime/row-cache.js';
import { PAIRS } from './counters.js';
import { COUNTS, figures } from './figures.js';
import { parseMeasureName } from './measures.js';

const STEPS = 100;
const RUNS = { seed: 2020, numRuns: 25 };

/** What `add` effects come to, by hash and field; zeros left out. */
class Totals {
  private readonly sums = new Map<string, number>();

  take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type !== 'add' || effect.hash === PAIRS) continue;
      const key = `${effect.hash} ${effect.field}`;
      this.sums.set(key, (this.sums.get(key) ?? 0) + effect.by);
    }
  }

  get counters(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.sums].filter(([, count]) => count !== 0));
  }
}

const totalsOf = (events: readonly Recorded[]): Totals => {
  const totals = new Totals();
  const rows = new Map<string, object>();
  foldEach(figures, events, rows, (_event, effects) => {
    for (const effect of effects) if (effect.type === 'put') rows.set(effect.row, effect.value);
    totals.take(effects);
  });
  return totals;
};

/** The last event of each day of recording is known by the day of all before it. */
const daysOf = (events: readonly Recorded[]): readonly string[] => {
  const background = new Background();
  return events.map((event) => {
    background.learn(event);
    return background.recorded.day;
  });
};

describe('figures', () => {
  it('of an earlier moment are those of the days before, and the last day folded on the rows of today', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const { facts } = new RandomHistory(seed, STEPS);
        const events = recordedOf(facts);
        const cut = Math.floor(share * (events.length - 1));
        const days = daysOf(events);
        const { rows } = folded(figures, facts);
        const begin = days.indexOf(days[cut] ?? '');
        const seen = totalsOf(events.slice(0, begin));
        refoldOn(rows, events.slice(0, cut + 1), begin, seen);
        expect(seen.counters).toStrictEqual(totalsOf(events.slice(0, cut + 1)).counters);
      }),
      RUNS,
    );
  });

  it('count down to what is under way and unanswered', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const history = new RandomHistory(seed, STEPS);
        const states = [...history.deliveries.values()].map((events) => fold(delivery, events));
        const open = states.filter((state) => 'request' in state);
        const sums = tenantSums(totalsOf(recordedOf(history.facts)).counters);
        const sum = (measure: string): number => sums.get(measure) ?? 0;
        expect(sum('requests-open')).toBe(open.length);
        expect(sum('overdue')).toBe(sum('due'));
        expect(sum('due')).toBe(dueDeliveries(history));
      }),
      RUNS,
    );
  });

  it('never count less than nothing on any day', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { counters } = totalsOf(recordedOf(new RandomHistory(seed, STEPS).facts));
        const sums = new Map<string, number>();
        const byBusinessDay = Object.entries(counters)
          .map(([key, count]) => ({ ...parsed(key), count }))
          .sort((a, b) => (a.business < b.business ? -1 : 1));
        const perDay = new Map<string, number>();
        for (const { scope, name, business, count } of byBusinessDay) {
          const at = `${scope} ${name}`;
          sums.set(at, (sums.get(at) ?? 0) + count);
          perDay.set(`${business} ${at}`, sums.get(at) ?? 0);
        }
        expect([...perDay.values()].every((count) => count >= 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('count what is parked', () => {
    const parked = {
      id: 'p1',
      event: {
        category: 'parked',
        event: {
          type: 'MessageParked',
          source: 'axis',
          problem: 'recipient-unknown',
          detail: '',
          content: { digest: 'd', mediaType: 'application/edxml+xml' },
          at: MORNING,
        },
      },
    } as const;
    const effects = folded(figures, [parked, { ...parked, id: 'p2' }]);
    expect(counted(effects, COUNTS)).toStrictEqual({ parked: 2 });
  });
});

const BATCH = 7;

/** Folds `events` from `begin` on, batch by batch, each on `rows` that know everything. */
const refoldOn = (
  rows: ReadonlyMap<string, object>,
  events: readonly Recorded[],
  begin: number,
  totals: Totals,
): void => {
  const background = new Background();
  for (const event of events.slice(0, begin)) background.learn(event);
  for (let at = begin; at < events.length; at += BATCH) {
    const batch = events.slice(at, at + BATCH).map((event) => ({
      sequence: event.message.sequence,
      event,
    }));
    const fetched: Rows = new Map();
    for (const address of announced(figures, batch)) {
      const value = rows.get(address);
      fetched.set(address, value === undefined ? undefined : { value, checked: false });
    }
    const folding = new Folding(figures, fetched);
    for (const decoded of batch) {
      background.learn(decoded.event);
      totals.take(folding.fold(decoded, background));
    }
  }
};

const parsed = (key: string) => {
  const [, scope = '', business = '', name = ''] = /^(.+):[^:]+:([^: ]+) (.+)$/.exec(key) ?? [];
  return { scope, business, name };
};

/** By measure, over all days and levels. */
const tenantSums = (counters: Readonly<Record<string, number>>): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const [key, count] of Object.entries(counters)) {
    const { scope, name } = parsed(key);
    const { measure } = parseMeasureName(name);
    if (scope === 'tenant') sums.set(measure, (sums.get(measure) ?? 0) + count);
  }
  return sums;
};

/** Deliveries under way whose version has a due date, as the rules of documents have it. */
const dueDeliveries = (history: RandomHistory): number => {
  const dueOf = new Map<string, Map<number, string | undefined>>();
  for (const { id, event } of history.facts) {
    if (event.category !== 'document') continue;
    const { event: change } = event;
    if (change.type === 'DocumentIssued') dueOf.set(id, new Map([[1, change.header.dueOn]]));
    if (change.type === 'DocumentUpdated') {
      dueOf.get(id)?.set(change.revision, change.header.dueOn);
    }
  }
  return [...history.deliveries].filter(([id, events]) => {
    const state = fold(delivery, events);
    if (!('revision' in state)) return false;
    const wasSent = events.some(({ type }) => type === 'DeliverySent' || type === 'RequestAgreed');
    const isOver = ['refused', 'completed', 'taken-back', 'revoked'].includes(state.status);
    const due = dueOf.get(id.slice(id.indexOf('.') + 1))?.get(state.revision);
    return wasSent && !isOver && due !== undefined;
  }).length;
};
