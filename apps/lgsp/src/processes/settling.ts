import { setTimeout as pause } from 'node:timers/promises';
import { EventStore } from '@lienthong/event-store';
import { ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { LogStrategy } from '../log/log.strategy.js';
import { Processes } from './processes.js';

const SETTLE_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 50;

export interface Settled {
  readonly lastSequence: number;
  /** What still waits, such as for an axis that is away. */
  readonly waiting: number;
  /** Packets that the axis held for us. */
  readonly found: number;
}

/** Tells when everything that follows from what happened so far has happened. */
@Injectable()
export class Settling {
  constructor(
    private readonly processes: Processes,
    private readonly log: LogStrategy,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /**
   * Looks at the axis once and waits until every process and every read model has come to the end of the log.
   * Ends with something waiting when that takes longer than 20 s.
   */
  async settle(): Promise<Settled> {
    const found = await this.processes.lookAtAxis();
    const deadline = Date.now() + SETTLE_WITHIN_MS;
    for (;;) {
      const waiting = this.processes.status().reduce((sum, process) => sum + process.waiting, 0);
      const seen = this.log.position;
      // Asked last: what the processes wrote before they had nothing left to do is in it.
      const lastSequence = await this.store.lastSequence();
      const isSeen = waiting === 0 && seen >= lastSequence;
      if (isSeen && (await this.readModels.position()) >= lastSequence)
        return { lastSequence, waiting, found };
      if (Date.now() > deadline) return { lastSequence, waiting: Math.max(waiting, 1), found };
      await pause(LOOK_EVERY_MS);
    }
  }
}
