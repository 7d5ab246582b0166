const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
/** A process that ran for so long was well; its next death is a new story. */
const STEADY_AFTER_MS = 10_000;

/** How long to wait before a process that keeps dying is started again: longer each time, never for ever. */
export class BackOff {
  private deaths = 0;

  /** @param ranForMs how long the process lived */
  delayAfter(ranForMs: number): number {
    this.deaths = ranForMs >= STEADY_AFTER_MS ? 1 : this.deaths + 1;
    return Math.min(FIRST_DELAY_MS * 2 ** (this.deaths - 1), LONGEST_DELAY_MS);
  }
}
