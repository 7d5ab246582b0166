import { EventStore, type UnreadableEvent } from '@lienthong/event-store';
import { toRfc3339 } from '@lienthong/kernel';
import { ReadModels, ReadModelsBehind, ReadModelsUnavailable } from '@lienthong/projections';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { type FollowerStatus } from '../log/follower.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { Processes } from '../processes/processes.js';
import { Tenant } from '../tenant.js';
import { StatusResponse } from './status.responses.js';

export interface PlatformStatus {
  readonly tenant: string;
  readonly durability: 'always' | 'relaxed';
  readonly clock: { readonly kind: string; readonly now: string };
  readonly lastSequence: number;
  readonly writer: {
    readonly held: boolean;
    readonly holder: string | null;
    readonly epoch: number;
  };
  /** Events that this program cannot read; commands on their aggregates are refused. */
  readonly unreadable: readonly UnreadableEvent[];
  readonly processes: readonly FollowerStatus[];
  readonly readModels: { readonly available: boolean; readonly position: number };
  /** Null while the read models are away. */
  readonly parked: number | null;
  readonly axis: { readonly reachable: boolean | null };
}

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1')
@UseGuards(AccessGuard, OperatorGuard)
export class StatusController {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly processes: Processes,
    private readonly tenant: Tenant,
  ) {}

  @Get('status')
  @ApiOperation({ summary: 'How the platform stands, and what waits' })
  @ApiOkResponse({ type: StatusResponse })
  @ProblemResponses(401, 403, 503)
  async status(): Promise<PlatformStatus> {
    const { held, holder, epoch } = this.store.lease;
    const { clock } = this.tenant;
    return {
      tenant: this.tenant.name,
      durability: this.store.durability,
      clock: { kind: clock.kind, now: toRfc3339(clock.now()) },
      lastSequence: await this.store.lastSequence(),
      writer: { held, holder: holder ?? null, epoch },
      unreadable: this.store.status().unreadable,
      processes: this.processes.status(),
      ...(await this.readSide()),
      axis: { reachable: this.processes.axisReachable ?? null },
    };
  }

  /** With Redis away the platform still says how it stands. */
  private async readSide(): Promise<Pick<PlatformStatus, 'readModels' | 'parked'>> {
    try {
      const position = await this.readModels.position();
      const parked = await this.readModels.parkedCount();
      return { readModels: { available: true, position }, parked };
    } catch (error) {
      if (error instanceof ReadModelsUnavailable || error instanceof ReadModelsBehind) {
        return { readModels: { available: false, position: 0 }, parked: null };
      }
      throw error;
    }
  }
}
