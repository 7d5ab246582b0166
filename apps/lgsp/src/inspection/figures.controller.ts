import { type Recorded, toCloudEventJson } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { type Flow, type Metrics } from '@lienthong/projections';
import { Controller, Get, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { DirectoryView } from '../directory/directory.view.js';
import { NDJSON_TYPE } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { type Query as Asked, textIn } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import {
  AsOfQuery,
  daysIn,
  DaysQueries,
  levelIn,
  LevelQuery,
  partIn,
  PartQuery,
  periodIn,
  PeriodQuery,
  wordIn,
} from './figures.query.js';
import { FlowResponse, MetricsResponse } from './figures.responses.js';
import { FiguresService } from './figures.service.js';
import { momentIn } from './moments.js';
import { written } from './written.js';

const AgencyQuery = (): MethodDecorator =>
  ApiQuery({
    name: 'agency',
    required: false,
    description: 'Code or internal id: what it issued, and what it received',
    schema: { type: 'string' },
  });

@ApiTags('figures')
@ApiBearerAuth()
@Controller('v1')
@UseGuards(AccessGuard, OperatorGuard)
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get('metrics')
  @ApiOperation({ summary: 'The indicators that provinces report, and how deliveries stand' })
  @DaysQueries()
  @LevelQuery()
  @AgencyQuery()
  @PeriodQuery()
  @AsOfQuery()
  @ApiOkResponse({ type: MetricsResponse })
  @ProblemResponses(400, 401, 403, 503)
  metrics(@Query() query: Asked): Promise<Metrics> {
    const level = levelIn(query);
    const by = periodIn(query);
    const asked = {
      ...this.scope(query),
      ...(level === undefined ? {} : { levels: [level] }),
      ...(by === undefined ? {} : { by }),
    };
    return this.figures.metrics(asked, momentIn(query));
  }

  @Get('metrics/explain')
  @ApiOperation({ summary: 'The events behind a number, as many as it says, each a CloudEvent' })
  @ApiProduces(NDJSON_TYPE)
  @ApiQuery({
    name: 'indicator',
    description: 'Its id, as documents.exchanged{province+district}',
    schema: { type: 'string' },
  })
  @PartQuery()
  @DaysQueries()
  @AgencyQuery()
  @AsOfQuery()
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(400, 401, 403, 404, 503)
  async explain(@Query() query: Asked, @Res() response: Response): Promise<void> {
    const indicator = textIn(query, 'indicator');
    if (indicator === undefined) throw fault('indicator', 'must stand once');
    const asked = { ...this.scope(query), indicator, part: partIn(query) };
    const moment = momentIn(query);
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    response.type(NDJSON_TYPE);
    const show = ({ message }: Recorded): Promise<void> =>
      written(response, `${JSON.stringify(toCloudEventJson(message))}\n`, gone.signal);
    try {
      await this.figures.explain(asked, moment, { signal: gone.signal, show });
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    }
    response.end();
  }

  @Get('flow')
  @ApiOperation({ summary: 'Documents and deliveries between levels, or between agencies' })
  @DaysQueries()
  @ApiQuery({
    name: 'by',
    required: false,
    schema: { type: 'string', enum: ['level', 'agency'], default: 'level' },
  })
  @AsOfQuery()
  @ApiOkResponse({ type: FlowResponse })
  @ProblemResponses(400, 401, 403, 503)
  flow(@Query() query: Asked): Promise<Flow> {
    const by = wordIn(query, 'by', ['level', 'agency']) ?? 'level';
    return this.figures.flow({ ...daysIn(query), by }, momentIn(query));
  }

  private scope(query: Asked) {
    const today = localDate(this.time.now());
    const agency = textIn(query, 'agency');
    const id = agency === undefined ? undefined : this.idOf(agencyCode(agency, 'agency'), today);
    return { ...daysIn(query), today, ...(id === undefined ? {} : { agency: id }) };
  }

  private idOf(code: string, today: string): string {
    return this.directory.current.agencyByCode(code, today)?.id ?? code;
  }
}

const fault = (pointer: string, message: string): InvalidField =>
  new InvalidField([{ pointer, message }]);
