import { type SystemView } from '@lienthong/directory';
import { Controller, Get, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { DirectoryView } from '../directory/directory.view.js';
import { JSON_TYPE } from '../http/body.js';
import { IdempotencyHeader, IdempotencyKey, type Marking } from '../http/idempotency.js';
import { jsonBody } from '../http/json-body.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { KeyTelling } from './key-telling.js';
import { SystemRequest } from './systems.requests.js';
import { IssuedKeyResponse, SystemResponse } from './systems.responses.js';
import { SystemsService } from './systems.service.js';

const SYSTEM_LIMIT_BYTES = 1024 * 1024;

@ApiTags('systems')
@ApiBearerAuth()
@Controller('v1/systems')
@UseGuards(AccessGuard, OperatorGuard)
export class SystemsController {
  constructor(
    private readonly systems: SystemsService,
    private readonly view: DirectoryView,
    private readonly telling: KeyTelling,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Connected systems' })
  @ApiOkResponse({ type: SystemResponse, isArray: true })
  @ProblemResponses(401, 403)
  list(): readonly SystemResponse[] {
    return this.view.current.systemsConnected().map(toldSystem);
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Connect a system, or give one that is connected another key' })
  @ApiConsumes(JSON_TYPE)
  @IdempotencyHeader()
  @ApiExtraModels(SystemRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(SystemRequest) } })
  @ApiCreatedResponse({ type: IssuedKeyResponse })
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async connect(
    @Req() request: Request,
    @IdempotencyKey() mark: Marking,
  ): Promise<IssuedKeyResponse> {
    const wanted = await jsonBody(request, SystemRequest, SYSTEM_LIMIT_BYTES);
    const { id, kind, name, agencies } = wanted;
    const asked = mark({ what: 'connect', system: id, kind, name, agencies });
    return this.telling.issued(
      this.systems.answerTo(asked) ?? (await this.systems.connect(wanted, asked)),
    );
  }
}

const toldSystem = (system: SystemView): SystemResponse => ({
  ...system,
  agencies: [...system.agencies],
});
