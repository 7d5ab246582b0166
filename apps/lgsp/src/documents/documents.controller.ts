import { readPacket } from '@lienthong/edxml';
import { SIGNATURE_HEADER } from '@lienthong/signatures';
import { Controller, Headers, HttpCode, Post, StreamableFile, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import {
  EDXML_TYPES,
  JSON_TYPE,
  LARGEST_BODY_BYTES,
  mediaTypeOf,
  NDJSON_TYPE,
  readBody,
} from '../http/body.js';
import { type Exchange, Exchanging } from '../http/exchange.js';
import { InvalidField } from '../http/http.errors.js';
import { streamed } from '../http/streamed.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { DocumentRequest } from './document.request.js';
import { IssuedResponse } from './document.responses.js';
import { DocumentLines } from './document-lines.js';
import { Intake, readRequest } from './intake.js';
import { type Issued } from './issued.js';
import { Signed, signaturesIn, TakesSignatures } from './signature-header.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
@UseGuards(AccessGuard)
export class DocumentsController {
  constructor(
    private readonly intake: Intake,
    private readonly lines: DocumentLines,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Issue, replace or update a document, or revoke it by a packet',
    description:
      'As JSON or as an edXML packet (BussinessDocType 0 to 3). A repetition writes nothing. Many come as NDJSON, one ' +
      'JSON document a line, 1 MiB at most: each line has its answer, in order, while the others still come.',
  })
  @ApiConsumes(JSON_TYPE, NDJSON_TYPE, ...EDXML_TYPES)
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
  @ApiOkResponse({
    description: 'NDJSON: {line, status, ok, documentId, …} or {line, status, ok, problem}',
    content: { [NDJSON_TYPE]: { schema: { type: 'string' } } },
  })
  @ProblemResponses(400, 401, 403, 409, 413, 415, 422, 503)
  async issue(
    @Calling() caller: Caller,
    @Exchanging() exchange: Exchange,
    @Headers('LienThong-Time') time?: string,
    @Signed() signed?: string,
  ): Promise<Issued | StreamableFile> {
    const { request } = exchange;
    const type = mediaTypeOf(request, [JSON_TYPE, NDJSON_TYPE, ...EDXML_TYPES]);
    if (type === NDJSON_TYPE) return this.inBulk({ caller, ...exchange, time, signed });
    const handedIn = { caller, time, signatures: signaturesIn(signed) };
    const bytes = await readBody(request, LARGEST_BODY_BYTES);
    return type === JSON_TYPE
      ? this.intake.json(readRequest(bytes), handedIn)
      : this.intake.packet(readPacket(bytes), { bytes, mediaType: type }, handedIn);
  }

  private async inBulk({ request, response, signed, ...handedIn }: Bulk): Promise<StreamableFile> {
    if (signed !== undefined) {
      const message = 'is over the bytes of one document; send it by itself';
      throw new InvalidField([{ pointer: SIGNATURE_HEADER, message }]);
    }
    const answers = await this.lines.answers(request, handedIn);
    response.status(200);
    return streamed(answers, response, { type: NDJSON_TYPE });
  }
}

interface Bulk extends Exchange {
  readonly caller: Caller;
  readonly time: string | undefined;
  readonly signed: string | undefined;
}
