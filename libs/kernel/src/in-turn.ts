import { Refusal } from './refusal.js';

/**
 * Work on one key is done one after another, in the order in which it was asked for; other keys do not wait.
 *
 * Work that may succeed when it is asked for once more takes down with it what waits behind it on its key: otherwise what
 * came second would take effect before what came first.
 */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @param isFinal asked for again, the work would fail in the same way */
  constructor(
    private readonly isFinal: (error: unknown) => boolean = (error) => error instanceof Refusal,
  ) {}

  /** Something is being done on the key, or waits for it. */
  isBusy(key: string): boolean {
    return this.last.has(key);
  }

  /**
   * Settles as `work` does, which begins when everything asked for before it under `key` has ended.
   *
   * @throws what the work before it failed with, where that was not final: `work` is not begun then
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.runOnAll([key], work);
  }

  /** The same for work on several keys, which is done when it is its turn on each of them. */
  runOnAll<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.last.get(key) ?? []);
    const result = before.length === 0 ? work() : allEnded(before).then(work);
    const ended = result.then(
      () => undefined,
      (error: unknown) => {
        if (!this.isFinal(error)) throw error;
      },
    );
    for (const key of keys) this.last.set(key, ended);
    const leave = (): void => {
      for (const key of keys) if (this.last.get(key) === ended) this.last.delete(key);
    };
    ended.then(leave, leave);
    return result;
  }
}

/** Fails as the first of them that fails, and not before the others have ended too. */
const allEnded = async (works: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(works);
  await Promise.all(works);
};
