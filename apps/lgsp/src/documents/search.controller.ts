import { localDate, toRfc3339 } from '@lienthong/kernel';
import { ReadModels } from '@lienthong/projections';
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessGuard } from '../access/access.guard.js';
import { type Caller, Calling } from '../access/caller.js';
import { NamedAgencyUnknown } from '../directory/directory.errors.js';
import { DirectoryView } from '../directory/directory.view.js';
import { BusinessTime } from '../http/business-time.js';
import { type Query as Asked } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { SearchQueries, searchQuery } from './search.query.js';
import { FoundResponse } from './search.responses.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
@UseGuards(AccessGuard)
export class SearchController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Documents by words of the subject, code, agency, day of issue and status',
    description: 'A system finds what its agencies sent or got; the operator finds all.',
  })
  @SearchQueries()
  @ApiOkResponse({ type: FoundResponse })
  @ProblemResponses(400, 401, 422, 503)
  async search(@Calling() caller: Caller, @Query() query: Asked): Promise<FoundResponse> {
    const { agency, ...asked } = searchQuery(query);
    const { entries, ...found } = await this.readModels.search({
      ...asked,
      agency: agency === undefined ? undefined : this.idOf(agency),
      of: caller.kind === 'operator' ? undefined : [...caller.system.agencies],
    });
    const shown = entries.map((entry) => ({ ...entry, issuedAt: toRfc3339(entry.issuedAt) }));
    return { entries: shown, ...found };
  }

  /** Also of an agency that is closed, or a code that has ended: its documents are still looked for. */
  private idOf(code: string): string {
    const { current } = this.directory;
    if (current.isRegistered(code)) return code;
    const bearer =
      current.agencyByCode(code, localDate(this.time.now()))?.id ?? current.bearersOf(code).at(-1);
    if (bearer === undefined) throw new NamedAgencyUnknown(code, 'agency');
    return bearer;
  }
}
