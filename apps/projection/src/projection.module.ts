import {
  type HealthCheck,
  HealthChecks,
  HealthController,
  Metrics,
  MetricsController,
} from '@lienthong/platform';
import { type DynamicModule, Module } from '@nestjs/common';

/** What a projection process says of itself. */
@Module({})
export class ProjectionModule {
  static of(metrics: Metrics, checks: readonly HealthCheck[]): DynamicModule {
    return {
      module: ProjectionModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: HealthChecks, useValue: new HealthChecks(checks) },
        { provide: Metrics, useValue: metrics },
      ],
    };
  }
}
