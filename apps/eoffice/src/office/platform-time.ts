import { PlatformProblem } from '@lienthong/connector';
import { type Clock, type Instant } from '@lienthong/kernel';

/**
 * How the platform counts time. Nobody tells a connected system: it names the time of what it hands in until the
 * platform says that it lives in real time, and is silent from then on.
 */
export class PlatformTime {
  private isReal = false;

  constructor(private readonly clock: Clock) {}

  /**
   * Hands something in, with the time `at` where the platform takes one.
   *
   * @param handIn called again without a time when the platform refuses it
   */
  async naming<T>(at: Instant, handIn: (at?: Instant) => Promise<T>): Promise<T> {
    if (this.isReal) return handIn();
    try {
      return await handIn(at);
    } catch (error) {
      if (!(error instanceof PlatformProblem) || error.code !== 'time-not-allowed') throw error;
      this.isReal = true;
      return handIn();
    }
  }

  /** The present, where it is known to be the platform's too. */
  present(): Instant | undefined {
    return this.isReal ? this.clock.now() : undefined;
  }
}
