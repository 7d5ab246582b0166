import { ApiProperty } from '@nestjs/swagger';

export class RequestEntryResponse {
  @ApiProperty({ type: String, format: 'date-time', description: 'By the real clock' })
  readonly at!: string;

  @ApiProperty({ type: String })
  readonly method!: string;

  @ApiProperty({ type: String, example: '/v1/documents/:id' })
  readonly route!: string;

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'Absent when the caller hung up before the answer',
  })
  readonly status?: number;

  @ApiProperty({
    type: String,
    required: false,
    description: 'The code of the problem that it was answered with',
  })
  readonly problem?: string;

  @ApiProperty({ type: Number })
  readonly durationMs!: number;

  @ApiProperty({ type: 'integer', description: 'Of the body' })
  readonly receivedBytes!: number;

  @ApiProperty({ type: 'integer', description: 'Of the answer, with its headers' })
  readonly sentBytes!: number;

  @ApiProperty({ type: String, description: 'W3C Trace Context: 32 hexadecimal digits' })
  readonly traceId!: string;
}

export class RequestPageResponse {
  @ApiProperty({ type: RequestEntryResponse, isArray: true })
  readonly entries!: readonly RequestEntryResponse[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'Where to go on, while there is more',
  })
  readonly cursor?: string;
}
