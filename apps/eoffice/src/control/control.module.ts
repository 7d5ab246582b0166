import { HealthChecks, HealthController, Metrics, MetricsController } from '@lienthong/platform';
import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { EofficeSystems } from '../office/eoffice-systems.js';
import { ControlController } from './control.controller.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true, transform: true } as const;

@Module({})
export class ControlModule {
  static of(systems: EofficeSystems): DynamicModule {
    return {
      module: ControlModule,
      controllers: [ControlController, HealthController, MetricsController],
      providers: [
        { provide: EofficeSystems, useValue: systems },
        { provide: HealthChecks, useValue: new HealthChecks() },
        { provide: Metrics, useValue: metricsOf(systems) },
        { provide: APP_PIPE, useValue: new ValidationPipe(STRICT) },
      ],
    };
  }
}

const metricsOf = (systems: EofficeSystems): Metrics => {
  const metrics = new Metrics('eoffice');
  metrics.whenAsked(() => {
    metrics.gauge('lienthong_outstanding').set(systems.counts().outstanding);
  });
  return metrics;
};
