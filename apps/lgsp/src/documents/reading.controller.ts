import { toRfc3339 } from '@lienthong/kernel';
import { type DocumentTrace, type Hop } from '@lienthong/projections';
import { Controller, Get, Param, Query, type StreamableFile, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { documentId } from '../http/codes.js';
import { type Exchange, Exchanging } from '../http/exchange.js';
import { InvalidField } from '../http/http.errors.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { ContentTeller, InParts } from './content-teller.js';
import { ReadingService } from './reading.service.js';
import { TraceResponse } from './trace.responses.js';

@ApiTags('documents')
@ApiBearerAuth()
@ApiParam({
  name: 'id',
  description: 'The documentId that the platform gave',
  schema: { type: 'string' },
})
@Controller('v1/documents/:id')
@UseGuards(AccessGuard)
export class ReadingController {
  constructor(
    private readonly reading: ReadingService,
    private readonly contents: ContentTeller,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A document that you sent or got, and how each delivery stands' })
  @ApiOkResponse({ type: TraceResponse })
  @ProblemResponses(400, 401, 404, 503)
  async trace(@Calling() caller: Caller, @Param('id') id: string): Promise<TraceResponse> {
    return told(await this.reading.trace(caller, documentId(id, 'id')));
  }

  @Get('packet')
  @ApiOperation({ summary: 'A version of the document as it was handed in, byte for byte' })
  @ApiQuery({
    name: 'revision',
    required: false,
    description: 'The latest unless told',
    schema: { type: 'integer', minimum: 1 },
  })
  @ApiProduces('application/edxml+xml', 'application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @InParts()
  @ProblemResponses(400, 401, 404, 416, 500, 503)
  async packet(
    @Calling() caller: Caller,
    @Exchanging() exchange: Exchange,
    @Param('id') id: string,
    @Query('revision') revision?: string,
  ): Promise<StreamableFile | undefined> {
    const version = revision === undefined ? undefined : revisionIn(revision);
    const content = await this.reading.packet(caller, documentId(id, 'id'), version);
    return this.contents.tell(content, exchange);
  }

  @Get('attachments/:digest')
  @ApiOperation({ summary: 'The content of an attachment' })
  @ApiParam({ name: 'digest', description: 'SHA-256, hexadecimal', schema: { type: 'string' } })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @InParts()
  @ProblemResponses(400, 401, 404, 416, 500, 503)
  async attachment(
    @Calling() caller: Caller,
    @Exchanging() exchange: Exchange,
    @Param('id') id: string,
    @Param('digest') digest: string,
  ): Promise<StreamableFile | undefined> {
    const content = await this.reading.attachment(caller, documentId(id, 'id'), digest);
    return this.contents.tell(content, exchange);
  }
}

const revisionIn = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidField([{ pointer: 'revision', message: 'a whole number from 1' }]);
};

/** A trace with its times as text. */
export const told = (trace: DocumentTrace): TraceResponse => ({
  ...trace,
  issuedAt: toRfc3339(trace.issuedAt),
  changes: trace.changes.map(timed),
  deliveries: trace.deliveries.map((delivery) => ({
    ...delivery,
    hops: delivery.hops.map(timed),
  })),
});

const timed = (hop: Hop) => ({ ...hop, at: toRfc3339(hop.at) });
