import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { HealthChecks, type HealthReport } from './health-checks.js';

/** Whether the process runs (`live`) and whether it can do its work (`ready`: 200 or 503, each check by name). */
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthChecks) private readonly checks: HealthChecks) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<HealthReport> {
    const report = await this.checks.report();
    if (report.status !== 'ok') throw new ServiceUnavailableException(report);
    return report;
  }
}
