import { type Instant } from '@lienthong/kernel';

/**
 * Up to when the agencies act. Nobody waits in scenario time, so that what takes days is done at once; whoever conducts
 * a scenario in which somebody comes in between holds them back until then.
 */
export class Horizon {
  private until: Instant = Infinity;

  get at(): Instant {
    return this.until;
  }

  /** @param until nothing lets them do all there is */
  holdAt(until: Instant | undefined): void {
    this.until = until ?? Infinity;
  }
}
