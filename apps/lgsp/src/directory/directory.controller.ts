import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { JSON_TYPE, mediaTypeOf, NDJSON_TYPE, readBody, utf8 } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { jsonBody } from '../http/json-body.js';
import { textLines } from '../http/lines.js';
import { PageQueries } from '../http/page.query.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { problemOfLine } from '../problems/line-problem.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { agencyPage, agencyQuery } from './agencies.page.js';
import { AsOfDayQuery, asOfDay } from './as-of-day.js';
import { AgencyRequest, ClosureRequest, LEVELS } from './directory.requests.js';
import { AgencyPageResponse } from './directory.responses.js';
import { DirectoryService } from './directory.service.js';
import { DirectoryView } from './directory.view.js';

const DIRECTORY_LIMIT_BYTES = 8 * 1024 * 1024;

@ApiTags('directory')
@ApiBearerAuth()
@Controller('v1')
@UseGuards(AccessGuard)
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly view: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get('agencies')
  @ApiOperation({
    summary: 'Agencies that can be written to, today or on another day',
    description: 'In the order of their registration; the last page has no cursor.',
  })
  @ApiQuery({ name: 'code', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'level', required: false, schema: { type: 'string', enum: [...LEVELS] } })
  @AsOfDayQuery()
  @PageQueries()
  @ApiOkResponse({ type: AgencyPageResponse })
  @ProblemResponses(400, 401)
  agencies(@Query() query: Record<string, unknown>): AgencyPageResponse {
    return agencyPage(this.view.current, agencyQuery(query), asOfDay(query, this.time.now()));
  }

  @Post('agencies')
  @HttpCode(200)
  @UseGuards(OperatorGuard)
  @ApiOperation({
    summary: 'Register agencies of the tenant, one a line',
    description: 'Each line has its own answer.',
  })
  @ApiConsumes(NDJSON_TYPE)
  @ApiProduces(NDJSON_TYPE)
  @ApiExtraModels(AgencyRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(AgencyRequest) } })
  @ApiOkResponse({ description: 'NDJSON: {line, ok, sequence} or {line, ok, problem}' })
  @ProblemResponses(400, 401, 403, 413, 415, 503)
  async register(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    mediaTypeOf(request, [NDJSON_TYPE]);
    const text = utf8(await readBody(request, DIRECTORY_LIMIT_BYTES));
    const answers = await Promise.all(
      textLines(text).map((line) => this.registerLine(line.text, line.number)),
    );
    response.type(NDJSON_TYPE);
    return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }

  @Put('agencies/:id/closure')
  @HttpCode(200)
  @UseGuards(OperatorGuard)
  @ApiOperation({
    summary: 'Close an agency, and say who takes its place',
    description:
      'What is addressed to it afterwards goes to the one successor that fits, or is parked: nobody guesses.',
  })
  @ApiParam({ name: 'id', description: 'Internal id', schema: { type: 'string' } })
  @ApiConsumes(JSON_TYPE)
  @ApiExtraModels(ClosureRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(ClosureRequest) } })
  @ApiOkResponse({ schema: { properties: { sequence: { type: 'integer' } } } })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async close(
    @Param('id') id: string,
    @Req() request: Request,
  ): Promise<{ readonly sequence: number }> {
    const closure = await jsonBody(request, ClosureRequest, DIRECTORY_LIMIT_BYTES);
    return { sequence: await this.directory.close(agencyCode(id, 'id'), closure) };
  }

  private async registerLine(text: string, line: number): Promise<object> {
    try {
      const sequence = await this.directory.register(
        validated(AgencyRequest, parseStrictJson(text)),
      );
      return { line, ok: true, sequence };
    } catch (error) {
      return { line, ok: false, problem: problemOfLine(error, line) };
    }
  }
}
