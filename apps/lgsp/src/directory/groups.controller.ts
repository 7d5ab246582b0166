import { localDate } from '@lienthong/kernel';
import { Controller, Get, Param, Put, Req, UseGuards } from '@nestjs/common';
import {
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
import { BusinessTime } from '../http/business-time.js';
import { groupId } from '../http/codes.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { GroupRequest } from './directory.requests.js';
import { GroupResponse } from './directory.responses.js';
import { DirectoryView } from './directory.view.js';
import { GroupsService } from './groups.service.js';

const GROUP_LIMIT_BYTES = 1024 * 1024;

@ApiTags('directory')
@ApiBearerAuth()
@Controller('v1/groups')
@UseGuards(AccessGuard)
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly view: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Groups of recipients, as of today' })
  @ApiOkResponse({ type: GroupResponse, isArray: true })
  @ProblemResponses(401)
  all(): readonly GroupResponse[] {
    return this.view.current.groupsOn(localDate(this.time.now()));
  }

  @Put(':id')
  @UseGuards(OperatorGuard)
  @ApiOperation({
    summary: 'Define a group, or its members from a day on',
    description: 'What was addressed to the group before keeps the recipients of its day.',
  })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @ApiConsumes(JSON_TYPE)
  @ApiExtraModels(GroupRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(GroupRequest) } })
  @ApiOkResponse({ schema: { properties: { sequence: { type: 'integer' } } } })
  @ProblemResponses(400, 401, 403, 413, 415, 422, 503)
  async define(
    @Param('id') id: string,
    @Req() request: Request,
  ): Promise<{ readonly sequence: number }> {
    mediaTypeOf(request, [JSON_TYPE]);
    const text = utf8(await readBody(request, GROUP_LIMIT_BYTES));
    const group = validated(GroupRequest, parseStrictJson(text));
    return { sequence: await this.groups.define(groupId(id, 'id'), group) };
  }
}
