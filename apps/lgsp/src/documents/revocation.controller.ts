import { documentAggregate } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { DocumentUnknown, type IssuedDocument } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { canonicalJson, sha256 } from '@lienthong/kernel';
import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
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
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import { JSON_TYPE, mediaTypeOf, readBody, utf8 } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { documentId } from '../http/codes.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { RevocationRequest } from './document.request.js';
import { IssuedResponse } from './document.responses.js';
import { DocumentsService } from './documents.service.js';
import { type Draft } from './draft.js';
import { type Issued } from './issued.js';
import { Signed, signaturesIn, TakesSignatures } from './signature-header.js';

const REVOCATION_LIMIT_BYTES = 64 * 1024;

/** Revocation as JSON; a packet of BussinessDocType 1 goes where documents go. */
@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents/:id/revocation')
@UseGuards(AccessGuard)
export class RevocationController {
  constructor(
    private readonly store: EventStore,
    private readonly documents: DocumentsService,
    private readonly speaking: Speaking,
    private readonly time: BusinessTime,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Revoke a document',
    description: 'Needs nobody’s consent; each recipient is told. The same again writes nothing.',
  })
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @ApiConsumes(JSON_TYPE)
  @ApiExtraModels(RevocationRequest)
  @ApiBody({ schema: { $ref: getSchemaPath(RevocationRequest) } })
  @TakesSignatures()
  @ApiOkResponse({ type: IssuedResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async revoke(
    @Calling() caller: Caller,
    @Param('id') id: string,
    @Req() request: Request,
    @Signed() signed?: string,
  ): Promise<Issued> {
    mediaTypeOf(request, [JSON_TYPE]);
    const signatures = signaturesIn(signed);
    const bytes = await readBody(request, REVOCATION_LIMIT_BYTES);
    const { reason, at: said } = validated(RevocationRequest, parseStrictJson(utf8(bytes)));
    const at = this.time.of(said);
    const { state } = await this.store.load(documentAggregate, documentId(id, 'id'));
    if (state.status === 'unissued') throw new DocumentUnknown();
    const sender = this.speaking.agencyOf(caller, state.sender, at);
    const draft = draftOf(state, sender, { reason, bytes });
    return this.documents.take(sender, { ...draft, signatures }, at);
  }
}

const draftOf = (
  { header }: IssuedDocument,
  sender: AgencyView,
  { reason, bytes }: { reason: string; bytes: Uint8Array },
): Draft => ({
  from: sender.code,
  header,
  to: [],
  attachments: [],
  business: { kind: 'revoke', reason },
  packet: { bytes, mediaType: JSON_TYPE },
  inputDigest: sha256(canonicalJson({ revocation: header.documentId, reason })),
});
