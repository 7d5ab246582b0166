import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { LogVerificationResponse, MetricsVerificationResponse } from './verification.responses.js';
import {
  type LogVerification,
  type MetricsVerification,
  VerificationService,
} from './verification.service.js';

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/verification')
@UseGuards(AccessGuard, OperatorGuard)
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get('metrics')
  @ApiOperation({
    summary: 'Count every figure once more from the log, with other code, and compare',
  })
  @ApiOkResponse({ type: MetricsVerificationResponse })
  @ProblemResponses(401, 403, 503)
  metrics(@Res({ passthrough: true }) response: Response): Promise<MetricsVerification> {
    return this.verification.metrics(goneWith(response));
  }

  @Get('log')
  @ApiOperation({
    summary: 'Read the whole log, with every object that it names, and find what is damaged',
  })
  @ApiOkResponse({ type: LogVerificationResponse })
  @ProblemResponses(401, 403, 503)
  log(@Res({ passthrough: true }) response: Response): Promise<LogVerification> {
    return this.verification.log(goneWith(response));
  }
}

/** Aborts when whoever asked has hung up. */
const goneWith = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  return gone.signal;
};
