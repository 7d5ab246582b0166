import { DocumentUnknown } from '@lienthong/documents';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { told } from '../documents/reading.controller.js';
import { ReadingService } from '../documents/reading.service.js';
import { TraceResponse } from '../documents/trace.responses.js';
import { InvalidField } from '../http/http.errors.js';
import { type Query as Asked, textIn } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { AsOfQuery } from './figures.query.js';
import { momentIn, Moments } from './moments.js';

@ApiTags('figures')
@ApiBearerAuth()
@Controller('v1/trace')
@UseGuards(AccessGuard, OperatorGuard)
export class TraceController {
  constructor(
    private readonly reading: ReadingService,
    private readonly moments: Moments,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Documents by our id or by their sender’s, with every hop' })
  @ApiQuery({ name: 'document', schema: { type: 'string' } })
  @AsOfQuery()
  @ApiOkResponse({ type: TraceResponse, isArray: true })
  @ProblemResponses(400, 401, 403, 404, 503)
  async trace(@Query() query: Asked): Promise<readonly TraceResponse[]> {
    const document = textIn(query, 'document') ?? '';
    if (document === '') {
      throw new InvalidField([{ pointer: 'document', message: 'must stand once' }]);
    }
    const moment = momentIn(query);
    const { signal } = new AbortController();
    const horizon = moment === undefined ? undefined : await this.moments.horizonAt(moment, signal);
    const traces = await this.reading.find(document, horizon);
    if (traces.length === 0) throw new DocumentUnknown();
    return traces.map(told);
  }
}
