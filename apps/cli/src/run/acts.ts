import { type Instant } from '@lienthong/kernel';
import { type AgendaDocument } from './agenda.js';
import { type Scenario } from './scenario-shape.js';

/** A part of a scenario that comes to rest before the next one begins. */
export interface Act {
  /** In the order of their times. */
  readonly agenda: readonly AgendaDocument[];
  /** What would happen later waits for the next act; the last one has none. */
  readonly until?: Instant;
  /** The axis is away until everybody has done what can be done without it. */
  readonly isWithoutAxis: boolean;
}

/**
 * A day is cut where offices look through what they have sent, so that everything up to then has happened, and nothing
 * after it; and where the axis goes and comes back.
 */
export const actsOf = (
  { changes, outages }: Pick<Scenario, 'changes' | 'outages'>,
  agenda: readonly AgendaDocument[],
): readonly Act[] => {
  const cuts = [...(changes?.looks ?? []), ...outages.flatMap(({ from, to }) => [from, to])];
  const times = [...new Set(cuts)].sort((a, b) => a - b);
  return [...times, undefined].flatMap((until, index): readonly Act[] => {
    const begin = times[index - 1] ?? -Infinity;
    const end = until ?? Infinity;
    const inTime = agenda.filter(({ at }) => begin < at && at <= end);
    const later = inTime.filter(isLater);
    const pause = until === undefined ? {} : { until };
    const isWithoutAxis = outages.some(({ from, to }) => from <= begin && end <= to);
    return [
      { agenda: inTime.filter((document) => !isLater(document)), isWithoutAxis, ...pause },
      ...(later.length === 0 ? [] : [{ agenda: later, isWithoutAxis: false, ...pause }]),
    ];
  });
};

/** It changes what was issued before. */
const isLater = ({ change }: AgendaDocument): boolean =>
  change !== undefined && change.kind !== 'replace';
