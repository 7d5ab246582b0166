import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  Optional,
} from '@nestjs/common';
import { LogFollower } from '../log/log.follower.js';
import { AxisDirectoryProcess } from './axis-directory.process.js';
import { AxisOutboundProcess } from './axis-outbound.process.js';
import { AxisPoller } from './axis.poller.js';
import { type LogProcess, type ProcessStatus } from './process.js';
import { RoutingProcess } from './routing.process.js';

/** The axis part of the platform; absent where the province is not connected to it. */
@Injectable()
export class AxisConnection {
  constructor(
    readonly directory: AxisDirectoryProcess,
    readonly outbound: AxisOutboundProcess,
    readonly poller: AxisPoller,
  ) {}
}

/** Everything that follows the log in this process: begins with it, and ends before it. */
@Injectable()
export class Processes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly all: readonly LogProcess[];

  constructor(
    routing: RoutingProcess,
    private readonly follower: LogFollower,
    @Optional() private readonly axis?: AxisConnection,
  ) {
    this.all = axis === undefined ? [routing] : [routing, axis.outbound, axis.directory];
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.follower.begin(this.all);
    this.axis?.poller.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.axis?.poller.stop();
    await this.follower.end();
    await Promise.all(this.all.map((process) => process.stop()));
  }

  status(): readonly ProcessStatus[] {
    return this.all.map((process) => process.status());
  }

  /** Undefined where the province is not connected to the axis. */
  get axisReachable(): boolean | undefined {
    return this.axis?.poller.reachable;
  }

  /** The axis's list of agencies is known, where there is an axis. */
  get ready(): boolean {
    return this.axis?.directory.ready ?? true;
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
