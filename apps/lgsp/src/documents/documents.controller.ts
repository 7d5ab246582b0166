import { readPacket } from '@lienthong/edxml';
import { Controller, Headers, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import {
  EDXML_TYPES,
  JSON_TYPE,
  LARGEST_BODY_BYTES,
  mediaTypeOf,
  readBody,
  utf8,
} from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { DocumentRequest } from './document.request.js';
import { IssuedResponse } from './document.responses.js';
import { DocumentsService } from './documents.service.js';
import { type Draft } from './draft.js';
import { type Issued } from './issued.js';
import { Signed, signaturesIn, TakesSignatures } from './signature-header.js';
import { draftOfRequest } from './json-draft.js';
import { draftOfPacket } from './packet-draft.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
@UseGuards(AccessGuard)
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly speaking: Speaking,
    private readonly time: BusinessTime,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Issue, replace or update a document, or revoke it by a packet',
    description:
      'As JSON or as an edXML packet (BussinessDocType 0 to 3). A repetition writes nothing.',
  })
  @ApiConsumes(JSON_TYPE, ...EDXML_TYPES)
  @ApiExtraModels(DocumentRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(DocumentRequest) } })
  @ApiHeader({
    name: 'LienThong-Time',
    required: false,
    description: "Business time of issue (RFC 3339); only on a tenant with a scenario's clock",
    schema: { type: 'string', format: 'date-time' },
  })
  @TakesSignatures()
  @ApiCreatedResponse({ type: IssuedResponse })
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async issue(
    @Calling() caller: Caller,
    @Req() request: Request,
    @Headers('LienThong-Time') time?: string,
    @Signed() signed?: string,
  ): Promise<Issued> {
    const type = mediaTypeOf(request, [JSON_TYPE, ...EDXML_TYPES]);
    const signatures = signaturesIn(signed);
    const bytes = await readBody(request, LARGEST_BODY_BYTES);
    const { draft, at } = type === JSON_TYPE ? fromJson(bytes) : fromPacket(bytes, type);
    const issuedAt = this.time.of(at ?? time);
    const sender = this.speaking.agencyOf(caller, draft.from, issuedAt);
    return this.documents.take(sender, { ...draft, signatures }, issuedAt);
  }
}

interface Read {
  readonly draft: Draft;
  readonly at?: string | undefined;
}

const fromJson = (bytes: Buffer): Read => {
  const request = validated(DocumentRequest, parseStrictJson(utf8(bytes)));
  return { draft: draftOfRequest(request, bytes, JSON_TYPE), at: request.issuedAt };
};

const fromPacket = (bytes: Buffer, mediaType: string): Read => ({
  draft: draftOfPacket(readPacket(bytes), bytes, mediaType),
});
