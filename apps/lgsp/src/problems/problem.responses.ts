import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiResponse } from '@nestjs/swagger';
import { problemTypes } from './problems.js';

class FieldFaultResponse {
  @ApiProperty({ type: String, description: 'JSON Pointer' })
  readonly pointer!: string;

  @ApiProperty({ type: String })
  readonly message!: string;
}

/** RFC 9457. */
export class ProblemResponse {
  @ApiProperty({ type: String, example: '/problems/sender-not-yours' })
  readonly type!: string;

  @ApiProperty({ type: String, enum: problemTypes.map(({ code }) => code) })
  readonly code!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty({ type: String })
  readonly title!: string;

  @ApiProperty({ type: String })
  readonly titleEn!: string;

  @ApiProperty({ type: String })
  readonly detail!: string;

  @ApiProperty({ type: String })
  readonly detailEn!: string;

  @ApiProperty({ type: String, required: false })
  readonly instance?: string;

  @ApiProperty({ type: String, required: false, description: 'As in /v1/requests' })
  readonly traceId?: string;

  @ApiProperty({ type: FieldFaultResponse, isArray: true, required: false })
  readonly errors?: readonly FieldFaultResponse[];
}

const UNAUTHENTICATED = 401;
const TOO_MANY = 429;

/** What is told with a 429. */
const RETRY_HEADERS = {
  'Retry-After': {
    description: 'Seconds after which the system may send again',
    schema: { type: 'integer' as const },
  },
  RateLimit: {
    description: 'What the system may still send, and when that is all of its quota again',
    schema: { type: 'string' as const, example: '"requests";r=0;t=5' },
  },
};

/** Whoever may come with a key may come too often. */
const withTooMany = (statuses: readonly number[]): readonly number[] =>
  statuses.includes(UNAUTHENTICATED) ? [...statuses, TOO_MANY] : statuses;

/** Documents the problems that an operation answers with, by status. */
export const ProblemResponses = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...withTooMany(statuses).map((status) =>
      ApiResponse({
        status,
        type: ProblemResponse,
        ...(status === TOO_MANY ? { headers: RETRY_HEADERS } : {}),
        description: problemTypes
          .filter((known) => known.status === status)
          .map(({ code }) => code)
          .join(', '),
      }),
    ),
  );
