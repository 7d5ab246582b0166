import { BOUNDS } from '../../model/duration-bounds.js';

const LONGEST = BOUNDS.at(-1) ?? 0;

/** @param milliseconds what is below zero, as clocks may have it, counts as nothing */
export const boundOf = (milliseconds: number): number =>
  BOUNDS.find((bound) => milliseconds <= 1_000 * bound) ?? LONGEST;

/**
 * The bound within which `percent` of the durations lie; nothing where there are none.
 *
 * @param counts how many durations were counted at each bound
 */
export const quantile = (
  counts: ReadonlyMap<number, number>,
  percent: number,
): number | undefined => {
  const total = BOUNDS.reduce((sum, bound) => sum + (counts.get(bound) ?? 0), 0);
  const rank = Math.ceil((total * percent) / 100);
  let reached = 0;
  return BOUNDS.find((bound) => {
    reached += counts.get(bound) ?? 0;
    return rank > 0 && reached >= rank;
  });
};
