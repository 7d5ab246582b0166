/** One after the other, in the order in which they asked. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  /** @returns what ends the turn */
  async take(): Promise<() => void> {
    const before = this.last;
    let end = (): void => undefined;
    this.last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
