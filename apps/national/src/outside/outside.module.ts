import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { HealthChecks, HealthController } from '@lienthong/platform';
import { Faults } from '../faults/faults.js';
import { FaultsController } from '../faults/faults.controller.js';
import { ControlController } from './control.controller.js';
import { OutsideSystems } from './outside-systems.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true, transform: true } as const;

@Module({})
export class OutsideModule {
  static of(systems: OutsideSystems, faults: Faults): DynamicModule {
    return {
      module: OutsideModule,
      controllers: [ControlController, FaultsController, HealthController],
      providers: [
        { provide: OutsideSystems, useValue: systems },
        { provide: Faults, useValue: faults },
        { provide: HealthChecks, useValue: new HealthChecks() },
        { provide: APP_PIPE, useValue: new ValidationPipe(STRICT) },
      ],
    };
  }
}
