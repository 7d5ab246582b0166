import { type BeforeApplicationShutdown, Injectable, Optional } from '@nestjs/common';
import { type FollowerStatus } from '../log/follower.js';
import { LogStrategy } from '../log/log.strategy.js';
import { AxisAgencies } from './axis-agencies.js';
import { AxisPoller } from './axis.poller.js';
import { ObjectSweep } from './object-sweep.js';

/** The axis part of the platform; absent where the province is not connected to it. */
@Injectable()
export class AxisConnection {
  constructor(
    readonly agencies: AxisAgencies,
    readonly poller: AxisPoller,
  ) {}
}

/** What the platform does of its own accord: it follows the log, looks at the axis, and sweeps. */
@Injectable()
export class Processes implements BeforeApplicationShutdown {
  constructor(
    private readonly log: LogStrategy,
    private readonly sweep: ObjectSweep,
    @Optional() private readonly axis?: AxisConnection,
  ) {}

  /** Looks at the axis, and sweeps, from now on. What comes in is judged by the directory, so the log has to be followed already. */
  begin(): void {
    this.axis?.poller.begin();
    this.sweep.begin();
  }

  beforeApplicationShutdown(): void {
    this.axis?.poller.stop();
    this.sweep.stop();
  }

  status(): readonly FollowerStatus[] {
    return this.log.followersStatus();
  }

  /** Undefined where the province is not connected to the axis. */
  get axisReachable(): boolean | undefined {
    return this.axis?.poller.reachable;
  }

  /** The axis's list of agencies is known, where there is an axis. */
  get ready(): boolean {
    return this.axis?.agencies.ready ?? true;
  }

  /** Looks at the axis's lists now. Returns how many packets came in; none while the axis is away. */
  async lookAtAxis(): Promise<number> {
    try {
      return (await this.axis?.poller.lookNow()) ?? 0;
    } catch {
      // An axis that is away is seen in what waits, and in the status.
      return 0;
    }
  }
}
