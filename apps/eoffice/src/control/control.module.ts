import { HealthChecks, HealthController } from '@lienthong/platform';
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
      controllers: [ControlController, HealthController],
      providers: [
        { provide: EofficeSystems, useValue: systems },
        { provide: HealthChecks, useValue: new HealthChecks() },
        { provide: APP_PIPE, useValue: new ValidationPipe(STRICT) },
      ],
    };
  }
}
