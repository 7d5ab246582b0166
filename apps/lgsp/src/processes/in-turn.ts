/** Work on one key is done one after another, in the order in which it was asked for; other keys do not wait. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  /** Settles as `work` does, which begins when everything asked for before it under `key` has ended. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const result = before === undefined ? work() : before.then(work);
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(key, ended);
    void ended.then(() => {
      if (this.last.get(key) === ended) this.last.delete(key);
    });
    return result;
  }
}
