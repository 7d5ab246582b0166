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

  @ApiProperty({ type: FieldFaultResponse, isArray: true, required: false })
  readonly errors?: readonly FieldFaultResponse[];
}

/** Documents the problems that an operation answers with, by status. */
export const ProblemResponses = (...statuses: readonly number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        type: ProblemResponse,
        description: problemTypes
          .filter((known) => known.status === status)
          .map(({ code }) => code)
          .join(', '),
      }),
    ),
  );
