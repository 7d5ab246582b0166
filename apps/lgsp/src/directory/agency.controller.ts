import { type KnownAgency } from '@lienthong/directory';
import { type LocalDate } from '@lienthong/kernel';
import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AccessGuard } from '../access/access.guard.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode } from '../http/codes.js';
import { type Query as Asked } from '../http/page.query.js';
import { ProblemResponses } from '../problems/problem.responses.js';
import { AgencyHistoryResponse } from './agency.responses.js';
import { AsOfDayQuery, asOfDay } from './as-of-day.js';
import { NoSuchAgency } from './directory.errors.js';
import { DirectoryView } from './directory.view.js';

@ApiTags('directory')
@ApiBearerAuth()
@Controller('v1/agencies/:id')
@UseGuards(AccessGuard)
export class AgencyController {
  constructor(
    private readonly view: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  @Get()
  @ApiOperation({ summary: 'An agency as it stands on a day, and all that was ever said of it' })
  @ApiParam({
    name: 'id',
    description: 'Internal id, or a code that it bears or bore',
    schema: { type: 'string' },
  })
  @AsOfDayQuery()
  @ApiOkResponse({ type: AgencyHistoryResponse })
  @ProblemResponses(400, 401, 404)
  agency(@Param('id') text: string, @Query() query: Asked): AgencyHistoryResponse {
    const day = asOfDay(query, this.time.now());
    const id = this.idOf(agencyCode(text, 'id'), day);
    const known = this.view.current.history(id);
    if (known === undefined) throw new NoSuchAgency(text);
    return { id, asOf: day, ...told(known), current: this.view.current.agency(id, day) ?? null };
  }

  /** Who bears the code on the day; where nobody does, who bore it last. */
  private idOf(code: string, day: LocalDate): string {
    const { current } = this.view;
    return current.agencyByCode(code, day)?.id ?? current.bearersOf(code).at(-1) ?? code;
  }
}

const told = ({ status: _status, ...known }: KnownAgency) => known;
