const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds; a duration is counted at the first of these that it does not exceed. The last takes what is longer still. */
export const BOUNDS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 30],
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365].map((days) => days * DAY),
];

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
