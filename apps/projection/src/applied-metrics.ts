import { Metrics } from '@lienthong/platform';
import { type Commit } from '@lienthong/projections';

/** What the projections have applied, for whoever measures. */
export class AppliedMetrics {
  readonly metrics = new Metrics('projection');
  private readonly positions = new Map<string, number>();
  private readonly applied = this.metrics.counter('lienthong_events_applied_total');
  private readonly poison = this.metrics.counter('lienthong_poison_messages_total');
  private readonly position = this.metrics.gauge('lienthong_projection_position');
  private readonly duration = this.metrics.histogram('lienthong_apply_seconds');

  /** @param lastSequence where the log ends */
  constructor(lastSequence: () => Promise<number>) {
    const lag = this.metrics.gauge('lienthong_projection_lag');
    const last = this.metrics.gauge('lienthong_log_last_sequence');
    this.metrics.whenAsked(async () => {
      try {
        const end = await lastSequence();
        last.set(end);
        for (const [projection, position] of this.positions) {
          lag.set({ projection }, Math.max(0, end - position));
        }
      } catch {
        // With the log away nobody knows how far behind it is.
        last.remove();
        lag.reset();
      }
    });
  }

  record({ projection, sequence, events, poison, seconds }: Commit): void {
    this.applied.inc({ projection }, events);
    this.poison.inc({ projection }, poison);
    this.positions.set(projection, sequence);
    this.position.set({ projection }, sequence);
    this.duration.observe({ projection }, seconds);
  }
}
