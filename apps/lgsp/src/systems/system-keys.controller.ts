import { type SystemKeyView } from '@lienthong/directory';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { AccessGuard, OperatorGuard, OwnSystemGuard } from '../access/access.guard.js';
import { Authentication } from '../access/authentication.js';
import { type Caller, Calling } from '../access/caller.js';
import { JSON_TYPE } from '../http/body.js';
import { InvalidField } from '../http/http.errors.js';
import { IdempotencyHeader, IdempotencyKey, type Marking } from '../http/idempotency.js';
import { jsonBody } from '../http/json-body.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { KeyTelling } from './key-telling.js';
import { KeyRequest, RotationRequest } from './systems.requests.js';
import { IssuedKeyResponse, SystemKeyResponse } from './systems.responses.js';
import { SystemsService } from './systems.service.js';

const KEY_LIMIT_BYTES = 4 * 1024;

@ApiTags('systems')
@ApiBearerAuth()
@ApiParam({ name: 'system', description: "The system's id", schema: { type: 'string' } })
@Controller('v1/systems/:system/keys')
@UseGuards(AccessGuard)
export class SystemKeysController {
  constructor(
    private readonly systems: SystemsService,
    private readonly authentication: Authentication,
    private readonly telling: KeyTelling,
  ) {}

  @Get()
  @UseGuards(OwnSystemGuard)
  @ApiOperation({
    summary: 'The keys of a system, oldest first',
    description:
      'For the operator and the system itself; a key is named by the beginning of its SHA-256.',
  })
  @ApiOkResponse({ type: SystemKeyResponse, isArray: true })
  @ProblemResponses(401, 403, 404)
  list(@Param('system') system: string): readonly SystemKeyResponse[] {
    return this.systems.keysOf(system).map((key) => this.telling.key(key));
  }

  @Post()
  @HttpCode(201)
  @UseGuards(OperatorGuard)
  @ApiOperation({ summary: 'Issue a further key' })
  @ApiConsumes(JSON_TYPE)
  @IdempotencyHeader()
  @ApiExtraModels(KeyRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(KeyRequest) } })
  @ApiCreatedResponse({ type: IssuedKeyResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async issue(
    @Req() request: Request,
    @Param('system') system: string,
    @IdempotencyKey() mark: Marking,
  ): Promise<IssuedKeyResponse> {
    const { validUntil } = await jsonBody(request, KeyRequest, KEY_LIMIT_BYTES);
    const asked = mark({ what: 'issue', system, validUntil });
    const wish = () => ({
      validUntil: this.telling.future(validUntil, '/validUntil'),
      request: asked,
    });
    return this.telling.issued(
      this.systems.answerTo(asked) ?? (await this.systems.issue(system, wish())),
    );
  }

  @Post('rotation')
  @HttpCode(201)
  @UseGuards(OwnSystemGuard)
  @ApiOperation({
    summary: 'Put a new key in the place of an old one',
    description:
      'For the operator and the system itself; the old key opens the door for a while yet.',
  })
  @ApiConsumes(JSON_TYPE)
  @IdempotencyHeader()
  @ApiExtraModels(RotationRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(RotationRequest) } })
  @ApiCreatedResponse({ type: IssuedKeyResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async rotate(
    @Req() request: Request,
    @Calling() caller: Caller,
    @Param('system') system: string,
    @IdempotencyKey() mark: Marking,
  ): Promise<IssuedKeyResponse> {
    const wanted = await jsonBody(request, RotationRequest, KEY_LIMIT_BYTES);
    const { validUntil, oldValidUntil } = wanted;
    const replaced = this.replaced(request, caller, system, wanted);
    const asked = mark({ what: 'rotate', system, keyId: replaced.id, oldValidUntil, validUntil });
    const wish = () => ({
      replaced,
      replacedUntil: this.telling.future(oldValidUntil, '/oldValidUntil'),
      validUntil: this.telling.future(validUntil, '/validUntil'),
      request: asked,
    });
    return this.telling.issued(
      this.systems.answerTo(asked) ?? (await this.systems.rotate(system, wish())),
    );
  }

  @Delete(':keyId')
  @UseGuards(OwnSystemGuard)
  @ApiOperation({
    summary: 'Revoke a key: it opens nothing from now on',
    description:
      'For the operator and the system itself; of a key that is revoked already nothing changes.',
  })
  @ApiParam({ name: 'keyId', schema: { type: 'string' } })
  @ApiOkResponse({ type: SystemKeyResponse })
  @ProblemResponses(401, 403, 404, 503)
  async revoke(
    @Param('system') system: string,
    @Param('keyId') keyId: string,
  ): Promise<SystemKeyResponse> {
    return this.telling.key(await this.systems.revoke(system, keyId));
  }

  /** A system that names no key means the one that it holds in its hand. */
  private replaced(
    request: Request,
    caller: Caller,
    system: string,
    { keyId }: RotationRequest,
  ): SystemKeyView {
    if (keyId !== undefined) return this.systems.keyOf(system, keyId);
    if (caller.kind === 'system') return this.authentication.systemKeyOf(request);
    throw new InvalidField([{ pointer: '/keyId', message: 'is missing' }]);
  }
}
