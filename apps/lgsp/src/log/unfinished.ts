/** Reactions to events of the log that have begun and not ended, in the order of their events. */
export class Unfinished {
  private readonly begun = new Map<number, number>();

  get size(): number {
    return this.begun.size;
  }

  /** When the first of them began, milliseconds since the epoch. */
  get oldest(): number | undefined {
    return this.begun.values().next().value;
  }

  /** The reaction to the event with this sequence begins; sequences come in their order. */
  begin(sequence: number): void {
    this.begun.set(sequence, Date.now());
  }

  end(sequence: number): void {
    this.begun.delete(sequence);
  }

  /** Every reaction up to here has ended, when the log was seen up to `seen`. */
  endedUpTo(seen: number): number {
    const first = this.begun.keys().next().value;
    return first === undefined ? seen : Math.min(seen, first - 1);
  }
}
