import { EventStore, sweepObjects } from '@lienthong/event-store';
import { type Clock } from '@lienthong/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { REAL_CLOCK } from '../access/authentication.js';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Under it stands when the last sweep began, in seconds since 1970 by the real clock. */
const CHECKPOINT = 'object-sweep';

/** Once a day the writer of the log takes away the objects that no event names. */
@Injectable()
export class ObjectSweep {
  private readonly logger = new Logger(ObjectSweep.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: EventStore,
    @Inject(REAL_CLOCK) private readonly clock: Clock,
  ) {}

  /** Looks every hour whether a day has passed since the last sweep, also one of another process. */
  begin(): void {
    this.timer = setInterval(() => void this.look(), HOUR_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.stopping.abort();
  }

  private async look(): Promise<void> {
    if (!this.store.lease.held) return;
    const { checkpoints } = this.store;
    try {
      const now = this.clock.now();
      const last = (await checkpoints.load(CHECKPOINT)) * SECOND_MS;
      if (now - last < DAY_MS) return;
      await checkpoints.save(CHECKPOINT, Math.floor(now / SECOND_MS));
      const swept = await sweepObjects(this.store, this.stopping.signal);
      this.logger.log(swept, 'objects that no event names are taken away');
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.error({ err: error }, 'the sweep failed');
    }
  }
}
