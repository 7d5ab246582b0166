import { Controller, Get, Headers, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { AccessGuard, OperatorGuard } from '../access/access.guard.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { InvalidField } from '../http/http.errors.js';
import { type TailFilter, TailService } from './tail.service.js';
import { written } from './written.js';

const HEARTBEAT_MS = 15_000;

@ApiTags('figures')
@ApiBearerAuth()
@Controller('v1/events')
@UseGuards(AccessGuard, OperatorGuard)
export class TailController {
  constructor(private readonly tail: TailService) {}

  @Get()
  @ApiOperation({
    summary: 'Events as they happen (Server-Sent Events), each a CloudEvent in JSON',
    description:
      '`id` is a cursor: give it as `from`, or as Last-Event-ID, to go on without a gap.',
  })
  @ApiProduces('text/event-stream')
  @ApiQuery({
    name: 'from',
    required: false,
    description: 'A cursor; 0 is the beginning',
    schema: { type: 'string' },
  })
  @ApiQuery({
    name: 'type',
    required: false,
    description: 'A type, or the end of one',
    schema: { type: 'string' },
  })
  @ApiQuery({
    name: 'agency',
    required: false,
    description: 'Internal id',
    schema: { type: 'string' },
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' } })
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(400, 401, 403, 503)
  async events(
    @Res() response: Response,
    @Query() query: Record<string, unknown>,
    @Headers('Last-Event-ID') last?: string,
  ): Promise<void> {
    const after = cursor(query.from ?? last);
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    if (after !== undefined) await this.tail.requirePlace(after);
    const filter = { ...named(query, 'type'), ...named(query, 'agency') };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for await (const { cursor: id, event } of this.tail.events(after, filter, gone.signal)) {
        await written(response, `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`, gone.signal);
      }
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  }
}

/** Undefined: from now on. */
const cursor = (text: unknown): number | undefined => {
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) {
    throw new InvalidField([{ pointer: 'from', message: 'not a cursor' }]);
  }
  return Number(text);
};

const named = (query: Record<string, unknown>, name: keyof TailFilter): TailFilter => {
  const value = query[name];
  if (value === undefined) return {};
  if (typeof value === 'string') return { [name]: value };
  throw new InvalidField([{ pointer: name, message: 'must stand once' }]);
};
