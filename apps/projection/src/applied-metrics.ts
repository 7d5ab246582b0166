import { Metrics } from '@lienthong/platform';
import { type Commit } from '@lienthong/projections';

/** What the projections have applied, for whoever measures. */
export class AppliedMetrics {
  readonly metrics = new Metrics('projection');
  private readonly applied = this.metrics.counter('lienthong_events_applied_total');
  private readonly poison = this.metrics.counter('lienthong_poison_messages_total');
  private readonly position = this.metrics.gauge('lienthong_projection_position');
  private readonly duration = this.metrics.histogram('lienthong_apply_seconds');

  record({ projection, sequence, events, poison, seconds }: Commit): void {
    this.applied.inc({ projection }, events);
    this.poison.inc({ projection }, poison);
    this.position.set({ projection }, sequence);
    this.duration.observe({ projection }, seconds);
  }
}
