import { Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { type Settled, Settling } from '../processes/settling.js';
import { type RunDigestAnswer, RunDigestService } from './run-digest.service.js';
import { RunDigestResponse, SettledResponse } from './status.responses.js';

/** What a scenario's conductor asks. */
@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1')
@UseGuards(AccessGuard, OperatorGuard)
export class RunController {
  constructor(
    private readonly settling: Settling,
    private readonly digests: RunDigestService,
  ) {}

  @Post('settle')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Look at the axis at once, and wait until everything has come to the end of the log',
  })
  @ApiOkResponse({ type: SettledResponse })
  @ProblemResponses(401, 403, 503)
  settle(): Promise<Settled> {
    return this.settling.settle();
  }

  @Get('events/digest')
  @ApiOperation({
    summary: 'One digest over everything that happened: two runs of one scenario have the same',
  })
  @ApiOkResponse({ type: RunDigestResponse })
  @ProblemResponses(401, 403, 503)
  digest(): Promise<RunDigestAnswer> {
    return this.digests.of();
  }
}
