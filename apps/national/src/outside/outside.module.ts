import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { HealthChecks, HealthController } from '@lienthong/platform';
import { Outage } from '../axis/outage.js';
import { ControlController } from './control.controller.js';
import { OutsideSystems } from './outside-systems.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true, transform: true } as const;

@Module({})
export class OutsideModule {
  static of(systems: OutsideSystems, outage: Outage): DynamicModule {
    return {
      module: OutsideModule,
      controllers: [ControlController, HealthController],
      providers: [
        { provide: OutsideSystems, useValue: systems },
        { provide: Outage, useValue: outage },
        { provide: HealthChecks, useValue: new HealthChecks() },
        { provide: APP_PIPE, useValue: new ValidationPipe(STRICT) },
      ],
    };
  }
}
