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
    const before = this.last.get(key);
    const result = before === undefined ? work() : before.then(work);
    const ended = result.then(
      () => undefined,
      (error: unknown) => {
        if (!this.isFinal(error)) throw error;
      },
    );
    this.last.set(key, ended);
    const leave = (): void => {
      if (this.last.get(key) === ended) this.last.delete(key);
    };
    ended.then(leave, leave);
    return result;
  }
}
