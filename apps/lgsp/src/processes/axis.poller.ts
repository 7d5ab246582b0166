import { setTimeout as pause } from 'node:timers/promises';
import { AxisUnreachable } from '@lienthong/connector';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AxisAgencies } from './axis-agencies.js';
import { AxisInbound } from './axis-inbound.js';
import { AXIS_POLL_MS } from './axis.tokens.js';

/** Agencies come and go rarely; an unknown sender makes us look at once. */
const AGENCIES_EVERY_MS = 60_000;

/** Looks at the axis's lists again and again, one look at a time. */
@Injectable()
export class AxisPoller {
  private readonly logger = new Logger('axis-inbound');
  private readonly stopping = new AbortController();
  private look: Promise<number> = Promise.resolve(0);
  private agenciesDueAt = 0;
  private failure: string | undefined;

  constructor(
    private readonly inbound: AxisInbound,
    private readonly agencies: AxisAgencies,
    @Inject(AXIS_POLL_MS) private readonly everyMs: number,
  ) {}

  get reachable(): boolean {
    return this.failure === undefined;
  }

  get lastError(): string | undefined {
    return this.failure;
  }

  begin(): void {
    void this.go();
  }

  /**
   * Looks once, after the look that is under way. Returns how many packets came in.
   *
   * @throws {AxisUnreachable}
   */
  lookNow(): Promise<number> {
    const next = this.look.then(
      () => this.fetch(),
      () => this.fetch(),
    );
    this.look = next;
    return next;
  }

  /** What a look has not brought in stays in the axis's lists. */
  stop(): void {
    this.stopping.abort();
  }

  private async go(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.lookNow().catch((error: unknown) => {
        if (!(error instanceof AxisUnreachable || signal.aborted)) this.logger.error(error);
      });
      await pause(this.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async fetch(): Promise<number> {
    try {
      if (Date.now() >= this.agenciesDueAt) {
        await this.agencies.learn();
        this.agenciesDueAt = Date.now() + AGENCIES_EVERY_MS;
      }
      const found = await this.inbound.fetchAll();
      this.failure = undefined;
      return found;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }
}
