import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ProblemType, problemUri } from './problem.js';
import { ProblemResponses } from './problem.responses.js';
import { problemTypes } from './problems.js';

@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  @ApiOperation({ summary: 'What a problem type means, and what to do', security: [] })
  @ApiOkResponse({ description: 'The problem type' })
  @ProblemResponses(404)
  explain(@Param('code') code: string): ProblemType & { readonly type: string } {
    const known = problemTypes.find((type) => type.code === code);
    if (known === undefined) throw new NotFoundException();
    return { type: problemUri(code), ...known };
  }
}
