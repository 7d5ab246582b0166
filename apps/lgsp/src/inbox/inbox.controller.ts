import { toRfc3339 } from '@lienthong/kernel';
import { type InboxEntry, type StatusEntry } from '@lienthong/projections';
import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { AccessGuard } from '../access/access.guard.js';
import { Authentication } from '../access/authentication.js';
import { type Caller, Calling } from '../access/caller.js';
import { PageQueries } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { feedQuery } from './feed.query.js';
import { InboxPageResponse, StatusPageResponse } from './inbox.responses.js';
import { InboxService, type Page } from './inbox.service.js';

type Told<Entry, Times extends keyof Entry> = Omit<Entry, Times> & Readonly<Record<Times, string>>;

@ApiTags('inbox')
@ApiBearerAuth()
@PageQueries()
@ApiQuery({
  name: 'wait',
  required: false,
  description: 'Seconds to wait for a first entry',
  schema: { type: 'integer', minimum: 0, maximum: 30, default: 0 },
})
@ApiQuery({
  name: 'agency',
  required: false,
  description: 'Only these of your agencies; repeatable',
  schema: { type: 'array', items: { type: 'string' } },
})
@Controller('v1')
@UseGuards(AccessGuard)
export class InboxController {
  constructor(
    private readonly feeds: InboxService,
    private readonly authentication: Authentication,
  ) {}

  @Get('inbox')
  @ApiOperation({ summary: 'What has come for your agencies' })
  @ApiOkResponse({ type: InboxPageResponse })
  @ProblemResponses(400, 401, 403, 503)
  async inbox(
    @Calling() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<Told<InboxEntry, 'at' | 'toldAt'>>> {
    const page = await this.feeds.inbox(caller, feedQuery(query), hangUp(response));
    this.refuseRevoked(request);
    return told(page, ({ at, toldAt, ...entry }) => ({
      ...entry,
      at: toRfc3339(at),
      toldAt: toRfc3339(toldAt),
    }));
  }

  @Get('statuses')
  @ApiOperation({ summary: 'What became of the documents that your agencies sent' })
  @ApiOkResponse({ type: StatusPageResponse })
  @ProblemResponses(400, 401, 403, 503)
  async statuses(
    @Calling() caller: Caller,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<Told<StatusEntry, 'at'>>> {
    const page = await this.feeds.statuses(caller, feedQuery(query), hangUp(response));
    this.refuseRevoked(request);
    return told(page, ({ at, ...entry }) => ({ ...entry, at: toRfc3339(at) }));
  }

  /** A key may have been revoked while the request waited. */
  private refuseRevoked(request: Request): void {
    this.authentication.callerOf(request);
  }
}

const told = <Entry, Shown>(page: Page<Entry>, show: (entry: Entry) => Shown): Page<Shown> => ({
  ...page,
  entries: page.entries.map(show),
});

/** Without a reason of its own every request would end with an error made for nobody, its stack included. */
const HUNG_UP = 'the caller has hung up';

const hangUp = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort(HUNG_UP);
  });
  return gone.signal;
};
