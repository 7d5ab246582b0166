import { AxisClient } from '@lienthong/connector';
import { type AgencyEvent } from '@lienthong/directory';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { AXIS_LEVELS } from './axis-agencies.js';
import { neverListed } from './axis.failures.js';
import { Outlet } from './outlet.js';

const AXIS_DIRECTORY: FollowerOptions = { name: 'axis-directory', kept: 'log' };

/** Tells the axis of our agencies. */
@LogHandlers()
export class AxisDirectoryProcess implements BeforeApplicationShutdown {
  private readonly logger = new Logger(AXIS_DIRECTORY.name);
  private readonly outlet = new Outlet();

  constructor(private readonly axis: AxisClient) {}

  @Follows(AXIS_DIRECTORY, 'agency')
  async agency(@Payload() { event }: Of<'agency'>): Promise<void> {
    if (isOurs(event)) await this.outlet.send(() => this.tell(event));
  }

  beforeApplicationShutdown(): void {
    this.outlet.stop();
  }

  private async tell(event: AgencyEvent & { type: 'AgencyRegistered' }): Promise<boolean> {
    const { codes, name, placement } = event;
    const code102 = codes.find(({ form }) => form === 'qcvn102')?.code;
    const code = codes.find(({ form }) => form === 'qd20')?.code ?? code102;
    if (code === undefined || code102 === undefined) return false;
    const level = AXIS_LEVELS.indexOf(placement.level) + 1;
    try {
      await this.axis.registerAgency({ code, code102, name, level });
    } catch (error) {
      if (!neverListed(error)) throw error;
      // The agency cannot be reached from outside until somebody mends its codes.
      this.logger.error(`${code102} is not listed on the axis: ${error.message}`);
    }
    return true;
  }
}

const isOurs = (event: AgencyEvent): event is AgencyEvent & { type: 'AgencyRegistered' } =>
  event.type === 'AgencyRegistered' && event.realm === 'inside';
