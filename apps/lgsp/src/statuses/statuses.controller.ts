import { setImmediate as othersFirst } from 'node:timers/promises';
import {
  documentIdOf,
  DocumentUnknown,
  type ReportCode,
  reportCode,
  TAKE_BACK,
} from '@lienthong/documents';
import { readPacket, type StatusPacket } from '@lienthong/edxml';
import { type AgencyView } from '@lienthong/directory';
import { type Instant, instant, localDate } from '@lienthong/kernel';
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
import { Speaking } from '../access/speaking.js';
import { chargeLines } from '../access/toll.js';
import { DirectoryView } from '../directory/directory.view.js';
import { staffOf } from '../documents/draft.js';
import { EDXML_TYPES, JSON_TYPE, mediaTypeOf, NDJSON_TYPE, readBody, utf8 } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode, documentId } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { problemOfLine } from '../problems/line-problem.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { StatusRequest } from './status.request.js';
import { ReportedResponse } from './status.responses.js';
import { type Reported, type StatusReport, StatusesService } from './statuses.service.js';

const STATUSES_LIMIT_BYTES = 8 * 1024 * 1024;
const STATUSES_LIMIT_LINES = 5000;

/** Some milliseconds of work, between which others are heard. */
const LINES_IN_ONE_GO = 50;

@ApiTags('statuses')
@ApiBearerAuth()
@Controller('v1/statuses')
@UseGuards(AccessGuard)
export class StatusesController {
  constructor(
    private readonly statuses: StatusesService,
    private readonly speaking: Speaking,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

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
    if (type === JSON_TYPE) return this.fromJson(caller, utf8(bytes));
    if (type !== NDJSON_TYPE) return this.fromPacket(caller, bytes);
    response.type(NDJSON_TYPE);
    const lines = linesOf(utf8(bytes));
    chargeLines(request, lines.length);
    return this.inBulk(caller, lines);
  }

  private async fromJson(caller: Caller, text: string): Promise<Reported> {
    const request = validated(StatusRequest, parseStrictJson(text));
    const timestamp = request.at === undefined ? undefined : instantOf(request.at);
    const at = this.time.as(timestamp);
    const speaker = this.speaking.agencyOf(caller, agencyCode(request.agency, '/agency'), at);
    return this.statuses.report(speaker, {
      documentId: documentId(request.documentId, '/documentId'),
      code: reportCode(request.status),
      recipient: request.recipient,
      description: request.description ?? '',
      ...(request.staff === undefined ? {} : { staff: staffOf(request.staff) }),
      timestamp,
      at,
    });
  }

  private async fromPacket(caller: Caller, bytes: Uint8Array): Promise<Reported> {
    const packet = readPacket(bytes);
    if (packet.kind !== 'status') {
      throw new InvalidField([{ pointer: '', message: 'a document; send it to /v1/documents' }]);
    }
    const at = this.time.as(packet.timestamp);
    const speaker = this.speaking.agencyOf(caller, agencyCode(packet.from.organId, 'From'), at);
    const { staff: person, ...staff } = packet.staff ?? {};
    const code = reportCode(packet.statusCode);
    return this.statuses.report(speaker, {
      ...this.subjectOf(packet, speaker, code),
      code,
      description: packet.description ?? '',
      staff: person === undefined ? staff : { ...staff, name: person },
      timestamp: packet.timestamp,
      at,
    });
  }

  /**
   * A status packet names the document as its sender did. `ResponseFor` bears the other party: the sender of the
   * document where its recipient speaks, and the recipient where the sender asks for it back.
   */
  private subjectOf(
    { responseFor, timestamp }: StatusPacket,
    speaker: AgencyView,
    code: ReportCode,
  ): Pick<StatusReport, 'documentId' | 'recipient'> {
    const other = agencyCode(responseFor.organId, 'ResponseFor/OrganId');
    if (code === TAKE_BACK) {
      return { documentId: documentIdOf(speaker.id, responseFor.documentId), recipient: other };
    }
    const sender = this.directory.current.agencyByCode(other, localDate(timestamp));
    if (sender === undefined) throw new DocumentUnknown();
    return { documentId: documentIdOf(sender.id, responseFor.documentId) };
  }

  /** Every line is begun before the first one ends: the log takes them in few writes, in their order. */
  private async inBulk(caller: Caller, lines: readonly string[]): Promise<string> {
    const answers: Promise<object>[] = [];
    for (const [at, line] of lines.entries()) {
      if (at % LINES_IN_ONE_GO === LINES_IN_ONE_GO - 1) await othersFirst();
      answers.push(this.fromLine(caller, line, at + 1));
    }
    return (await Promise.all(answers)).map((answer) => `${JSON.stringify(answer)}\n`).join('');
  }

  private async fromLine(caller: Caller, text: string, line: number): Promise<object> {
    try {
      return { line, ok: true, ...(await this.fromJson(caller, text)) };
    } catch (error) {
      return { line, ok: false, problem: problemOfLine(error, line) };
    }
  }
}

/** @throws {InvalidField} when they are too many */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= STATUSES_LIMIT_LINES) return lines;
  throw new InvalidField([
    { pointer: '', message: `at most ${String(STATUSES_LIMIT_LINES)} lines` },
  ]);
};

const instantOf = (text: string): Instant => {
  try {
    return instant(text);
  } catch (error) {
    throw new InvalidField([{ pointer: '/at', message: 'no such time' }], { cause: error });
  }
};
