import { EventStore } from '@lienthong/event-store';
import { Metrics } from '@lienthong/platform';
import { ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { Processes } from '../processes/processes.js';

/** How the platform stands, for whoever measures; what a server that is away would know is left out. */
@Injectable()
export class PlatformMetrics {
  private counted = { found: 0, missing: 0 };

  constructor(
    private readonly metrics: Metrics,
    private readonly store: EventStore,
    private readonly processes: Processes,
    private readonly readModels: ReadModels,
  ) {
    metrics.whenAsked(async () => {
      this.observeStore();
      this.observeProcesses();
      await Promise.all([
        this.observe('lienthong_log_last_sequence', () => this.store.lastSequence()),
        this.observe('lienthong_parked', () => this.readModels.parkedCount()),
      ]);
    });
  }

  private async observe(
    name: 'lienthong_log_last_sequence' | 'lienthong_parked',
    ask: () => Promise<number>,
  ): Promise<void> {
    const gauge = this.metrics.gauge(name);
    try {
      gauge.set(await ask());
    } catch {
      gauge.remove();
    }
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
    const { axisReachable } = this.processes;
    if (axisReachable !== undefined) {
      metrics.gauge('lienthong_axis_reachable').set(Number(axisReachable));
    }
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
