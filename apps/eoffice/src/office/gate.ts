/** Runs what it is given, some at a time; the rest waits in line. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** @param width how many run at a time */
export const gateOf = (width: number): Gate => {
  const line: (() => void)[] = [];
  let free = width;
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => line.push(turn));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};

/** Waits for all, however they end, then throws the first failure. */
export const allOf = async (works: readonly Promise<unknown>[]): Promise<void> => {
  const outcomes = await Promise.allSettled(works);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
