import { DocumentUnknown } from '@lienthong/documents';
import { type Level } from '@lienthong/directory';
import { type Flow, type Indicators, ReadModels } from '@lienthong/projections';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { told } from '../documents/reading.controller.js';
import { ReadingService } from '../documents/reading.service.js';
import { TraceResponse } from '../documents/trace.responses.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { DirectoryView } from '../directory/directory.view.js';
import { isLocalDate, localDate } from '@lienthong/kernel';
import { ProblemResponses } from '../problems/problem.responses.js';
import { FlowResponse, IndicatorsResponse } from './figures.responses.js';

const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune'];

interface Period {
  readonly from?: string;
  readonly to?: string;
}

@ApiTags('figures')
@ApiBearerAuth()
@ApiQuery({ name: 'from', required: false, schema: { type: 'string', format: 'date' } })
@ApiQuery({ name: 'to', required: false, schema: { type: 'string', format: 'date' } })
@Controller('v1')
@UseGuards(AccessGuard, OperatorGuard)
export class FiguresController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get('metrics')
  @ApiOperation({ summary: 'The indicators that provinces report, by day of issue' })
  @ApiQuery({ name: 'level', required: false, schema: { type: 'string', enum: [...LEVELS] } })
  @ApiQuery({ name: 'agency', required: false, schema: { type: 'string' } })
  @ApiOkResponse({ type: IndicatorsResponse })
  @ProblemResponses(400, 401, 403, 503)
  metrics(
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('level') level?: string,
    @Query('agency') agency?: string,
  ): Promise<Indicators> {
    return this.readModels.indicators({
      ...period(from, to),
      ...(level === undefined ? {} : { levels: [levelOf(level)] }),
      ...(agency === undefined ? {} : { agency: this.idOf(agencyCode(agency, 'agency')) }),
    });
  }

  @Get('flow')
  @ApiOperation({ summary: 'Documents and deliveries between levels, or between agencies' })
  @ApiQuery({
    name: 'by',
    required: false,
    schema: { type: 'string', enum: ['level', 'agency'], default: 'level' },
  })
  @ApiOkResponse({ type: FlowResponse })
  @ProblemResponses(400, 401, 403, 503)
  flow(
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('by') by = 'level',
  ): Promise<Flow> {
    if (by !== 'level' && by !== 'agency') throw fault('by', 'must be level or agency');
    return this.readModels.flow({ ...period(from, to), by });
  }

  private idOf(code: string): string {
    const day = localDate(this.time.now());
    return this.directory.current.agencyByCode(code, day)?.id ?? code;
  }
}

@ApiTags('figures')
@ApiBearerAuth()
@Controller('v1/trace')
@UseGuards(AccessGuard, OperatorGuard)
export class TraceController {
  constructor(private readonly reading: ReadingService) {}

  @Get()
  @ApiOperation({ summary: 'Documents by our id or by their sender’s, with every hop' })
  @ApiQuery({ name: 'document', schema: { type: 'string' } })
  @ApiOkResponse({ type: TraceResponse, isArray: true })
  @ProblemResponses(400, 401, 403, 404, 503)
  async trace(@Query('document') document?: string): Promise<readonly TraceResponse[]> {
    if (typeof document !== 'string' || document === '') throw fault('document', 'must stand once');
    const traces = await this.reading.find(document);
    if (traces.length === 0) throw new DocumentUnknown();
    return traces.map(told);
  }
}

const period = (from: string | undefined, to: string | undefined): Period => ({
  ...(from === undefined ? {} : { from: day(from, 'from') }),
  ...(to === undefined ? {} : { to: day(to, 'to') }),
});

const day = (text: string, pointer: string): string => {
  if (!isLocalDate(text)) throw fault(pointer, 'must be a day that exists, yyyy-MM-dd');
  return text;
};

const levelOf = (text: string): Level => {
  const level = LEVELS.find((known) => known === text);
  if (level === undefined) throw fault('level', `must be one of ${LEVELS.join(', ')}`);
  return level;
};

const fault = (pointer: string, message: string): InvalidField =>
  new InvalidField([{ pointer, message }]);
