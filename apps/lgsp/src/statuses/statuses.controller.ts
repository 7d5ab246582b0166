import { setImmediate as othersFirst } from 'node:timers/promises';
import { readPacket } from '@lienthong/edxml';
import { isAway } from '@lienthong/event-store';
import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { chargeLines } from '../access/toll.js';
import { EDXML_TYPES, JSON_TYPE, mediaTypeOf, NDJSON_TYPE, readBody, utf8 } from '../http/body.js';
import { InvalidField } from '../http/http.errors.js';
import { textLines } from '../http/lines.js';
import { problemOfLine } from '../problems/line-problem.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { StatusIntake } from './status-intake.js';
import { StatusRequest } from './status.request.js';
import { ReportedResponse } from './status.responses.js';
import { type Reported } from './statuses.service.js';

const STATUSES_LIMIT_BYTES = 8 * 1024 * 1024;
const STATUSES_LIMIT_LINES = 5000;

/** Some milliseconds of work, between which others are heard. */
const LINES_IN_ONE_GO = 50;

@ApiTags('statuses')
@ApiBearerAuth()
@Controller('v1/statuses')
@UseGuards(AccessGuard)
export class StatusesController {
  constructor(private readonly intake: StatusIntake) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Report the status of deliveries, ask for a document back, or answer what was asked',
    description:
      'One as JSON or as an edXML status packet, or many as NDJSON: then each line has its own answer, in order.',
  })
  @ApiConsumes(JSON_TYPE, NDJSON_TYPE, ...EDXML_TYPES)
  @ApiExtraModels(StatusRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(StatusRequest) } })
  @ApiOkResponse({ type: ReportedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async report(
    @Calling() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reported | string> {
    const type = mediaTypeOf(request, [JSON_TYPE, NDJSON_TYPE, ...EDXML_TYPES]);
    const bytes = await readBody(request, STATUSES_LIMIT_BYTES);
    if (type === JSON_TYPE) return this.intake.json(caller, utf8(bytes));
    if (type !== NDJSON_TYPE) return this.intake.packet(caller, readPacket(bytes));
    response.type(NDJSON_TYPE);
    const lines = linesOf(utf8(bytes));
    chargeLines(request, lines.length);
    return this.inBulk(caller, lines);
  }

  /** Every line is begun before the first one ends: the log takes them in few writes, in their order. */
  private async inBulk(caller: Caller, lines: ReturnType<typeof textLines>): Promise<string> {
    const answers: Promise<object>[] = [];
    let away: Error | undefined;
    const take = async (line: string): Promise<Reported> => {
      // A later line must not overtake one that the log could not take.
      if (away !== undefined) throw away;
      try {
        return await this.intake.json(caller, line);
      } catch (error) {
        if (isAway(error)) away = error;
        throw error;
      }
    };
    for (const [at, { number, text }] of lines.entries()) {
      if (at % LINES_IN_ONE_GO === LINES_IN_ONE_GO - 1) await othersFirst();
      answers.push(told(number, take(text)));
    }
    return (await Promise.all(answers)).map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }
}

const told = async (line: number, taken: Promise<Reported>): Promise<object> => {
  try {
    return { line, ok: true, ...(await taken) };
  } catch (error) {
    return { line, ok: false, problem: problemOfLine(error, line) };
  }
};

/** @throws {InvalidField} when they are too many */
const linesOf = (text: string): ReturnType<typeof textLines> => {
  const lines = textLines(text);
  if (lines.length <= STATUSES_LIMIT_LINES) return lines;
  throw new InvalidField([
    { pointer: '', message: `at most ${String(STATUSES_LIMIT_LINES)} lines` },
  ]);
};
