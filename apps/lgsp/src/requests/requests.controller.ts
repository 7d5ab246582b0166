import { SystemUnknown } from '@lienthong/directory';
import { toRfc3339 } from '@lienthong/kernel';
import { InvalidCursor } from '@lienthong/projections';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { OperatorOnly } from '../access/access.errors.js';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { DirectoryView } from '../directory/directory.view.js';
import { InvalidField } from '../http/http.errors.js';
import { cursorAt, PageQueries, pageQuery, placeOf, textIn } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { RequestJournal } from './request-journal.js';
import { type NumberedEntry } from './request-ring.js';
import { type RequestEntryResponse, RequestPageResponse } from './requests.responses.js';

@ApiTags('systems')
@ApiBearerAuth()
@Controller('v1/requests')
@UseGuards(AccessGuard)
export class RequestsController {
  constructor(
    private readonly journal: RequestJournal,
    private readonly directory: DirectoryView,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How the last 1,000 requests of your system went, newest first',
    description: 'As this process remembers them; what they said is not kept.',
  })
  @ApiQuery({
    name: 'system',
    required: false,
    description: 'For the operator: whose requests',
    schema: { type: 'string' },
  })
  @PageQueries()
  @ApiOkResponse({ type: RequestPageResponse })
  @ProblemResponses(400, 401, 403, 404)
  requests(
    @Calling() caller: Caller,
    @Query() query: Record<string, unknown>,
  ): RequestPageResponse {
    const { limit, after } = pageQuery(query);
    const system = this.systemAsked(caller, textIn(query, 'system'));
    const entries: RequestEntryResponse[] = [];
    let last = 0;
    for (const entry of this.journal.requestsOf(system, numberIn(after))) {
      if (entries.length === limit) return { entries, cursor: cursorAt(String(last)) };
      entries.push(toldEntry(entry));
      last = entry.number;
    }
    return { entries };
  }

  private systemAsked(caller: Caller, named: string | undefined): string {
    if (caller.kind === 'system') {
      if (named !== undefined && named !== caller.system.id) throw new OperatorOnly();
      return caller.system.id;
    }
    if (named === undefined) throw new InvalidField([{ pointer: 'system', message: 'is missing' }]);
    if (this.directory.current.system(named) === undefined) throw new SystemUnknown();
    return named;
  }
}

const numberIn = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined;
  const place = placeOf(cursor);
  if (!/^\d{1,15}$/.test(place)) throw new InvalidCursor();
  return Number(place);
};

const toldEntry = ({ number: _number, at, durationMs, ...rest }: NumberedEntry) => ({
  at: toRfc3339(at),
  ...rest,
  durationMs: Math.round(durationMs * 10) / 10,
});
