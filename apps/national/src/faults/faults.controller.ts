import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { FaultRequest } from './fault.requests.js';
import { type Fault, Faults } from './faults.js';

const USUAL_SEED = '1';
const USUAL_DELAY_MS = 1_000;

/** Where the faults of the axis are switched; on the loopback alone. */
@Controller('control/faults')
export class FaultsController {
  constructor(@Inject(Faults) private readonly faults: Faults) {}

  @Get()
  list(): { faults: readonly Fault[] } {
    return { faults: this.faults.list() };
  }

  @Post()
  @HttpCode(200)
  switch(@Body() request: FaultRequest): { faults: readonly Fault[] } {
    const { kind, probability, seed = USUAL_SEED, milliseconds = USUAL_DELAY_MS } = request;
    if (probability > 0) this.faults.on(kind, { probability, seed, milliseconds });
    else this.faults.off(kind);
    return this.list();
  }
}
