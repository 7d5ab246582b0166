import { randomUUID } from 'node:crypto';
import { canonicalJson, sha256 } from '@lienthong/kernel';
import { ReadModels, type Rebuilding } from '@lienthong/projections';
import { Controller, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { JSON_TYPE, mediaTypeOf, readBody, utf8 } from '../http/body.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { RebuildUnknown } from './inspection.errors.js';
import { RebuildRequest, RebuildResponse } from './rebuild.messages.js';

const ORDER_LIMIT_BYTES = 16 * 1024;

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/rebuilds')
@UseGuards(AccessGuard, OperatorGuard)
export class RebuildController {
  constructor(private readonly readModels: ReadModels) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Build read models anew beside those that are read, compare both, and read the new ones',
  })
  @ApiConsumes(JSON_TYPE)
  @ApiExtraModels(RebuildRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(RebuildRequest) } })
  @ApiAcceptedResponse({ type: RebuildResponse })
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async ask(@Req() request: Request): Promise<RebuildResponse> {
    mediaTypeOf(request, [JSON_TYPE]);
    const text = utf8(await readBody(request, ORDER_LIMIT_BYTES));
    const { projections = [] } = validated(RebuildRequest, parseStrictJson(text));
    const id = randomUUID();
    await this.readModels.rebuilds.ask(id, projections);
    return { id, state: 'asked' };
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far it has come' })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @ApiOkResponse({ type: RebuildResponse })
  @ProblemResponses(401, 403, 404, 503)
  async state(@Param('id') id: string): Promise<RebuildResponse> {
    const state = await this.readModels.rebuilds.state(id);
    if (state === undefined) throw new RebuildUnknown();
    return { id, ...state, ...summaryOf(state) };
  }
}

const summaryOf = (state: Rebuilding): Pick<RebuildResponse, 'identical' | 'digest'> => {
  if (state.state !== 'done') return {};
  const { projections } = state;
  const digests = projections.map(({ projection, digest }) => [projection, digest]);
  return {
    identical: projections.every(({ identical }) => identical),
    digest: sha256(canonicalJson(digests)),
  };
};
