import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import {
  HealthChecks,
  HealthController,
  Metrics,
  MetricsController,
  type TenantClock,
} from '@lienthong/platform';
import { FaultInterceptor } from '../faults/fault.interceptor.js';
import { Faults } from '../faults/faults.js';
import { AgencyDesk } from './agency-desk.js';
import { type AxisLog } from './axis-log.js';
import { AxisController } from './axis.controller.js';
import { AxisFilter } from './axis.filter.js';
import { AxisGuard } from './axis.guard.js';
import { PacketDesk } from './packet-desk.js';
import { SystemKeys } from './system-keys.js';
import { UploadGate } from './upload-gate.js';
import { RequestPipe } from './validation.js';

export interface AxisParts {
  readonly log: AxisLog;
  readonly clock: TenantClock;
  readonly keys: SystemKeys;
  readonly faults: Faults;
  readonly health: HealthChecks;
  readonly metrics: Metrics;
}

@Module({})
export class AxisModule {
  static of({ log, clock, keys, faults, health, metrics }: AxisParts): DynamicModule {
    return {
      module: AxisModule,
      controllers: [AxisController, HealthController, MetricsController],
      providers: [
        { provide: PacketDesk, useValue: new PacketDesk(log, clock) },
        { provide: AgencyDesk, useValue: new AgencyDesk(log, clock) },
        { provide: SystemKeys, useValue: keys },
        { provide: HealthChecks, useValue: health },
        { provide: Metrics, useValue: metrics },
        { provide: Faults, useValue: faults },
        { provide: APP_INTERCEPTOR, useClass: FaultInterceptor },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_FILTER, useClass: AxisFilter },
        AxisGuard,
        UploadGate,
      ],
    };
  }
}
