import { EventStore } from '@lienthong/event-store';
import { Metrics } from '@lienthong/platform';
import { Injectable } from '@nestjs/common';
import { Processes } from '../processes/processes.js';

/** How the platform stands, for whoever measures; nothing here waits for a server. */
@Injectable()
export class PlatformMetrics {
  private counted = { found: 0, missing: 0 };

  constructor(
    private readonly metrics: Metrics,
    private readonly store: EventStore,
    private readonly processes: Processes,
  ) {
    metrics.whenAsked(() => {
      this.observeStore();
      this.observeProcesses();
    });
  }

  private observeStore(): void {
    const { waiting, unknownOutcomes } = this.store.status();
    this.metrics.gauge('lienthong_commands_waiting').set(waiting);
    const counter = this.metrics.counter('lienthong_unknown_outcomes_total');
    for (const outcome of ['found', 'missing'] as const) {
      counter.inc({ outcome }, unknownOutcomes[outcome] - this.counted[outcome]);
    }
    this.counted = unknownOutcomes;
  }

  private observeProcesses(): void {
    const { metrics } = this;
    for (const status of this.processes.status()) {
      const { name: process, checkpoint, waiting, oldestWaitingSeconds } = status;
      metrics.gauge('lienthong_process_checkpoint').set({ process }, checkpoint);
      metrics.gauge('lienthong_process_waiting').set({ process }, waiting);
      metrics
        .gauge('lienthong_process_oldest_waiting_seconds')
        .set({ process }, oldestWaitingSeconds);
    }
  }
}
