import { ApiProperty } from '@nestjs/swagger';

class FoundDocumentResponse {
  @ApiProperty({ type: String })
  readonly documentId!: string;

  @ApiProperty({ type: String })
  readonly headerDocumentId!: string;

  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly subject!: string;

  @ApiProperty({ type: String, description: 'Internal id' })
  readonly sender!: string;

  @ApiProperty({ type: String })
  readonly senderCode!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly issuedAt!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;

  @ApiProperty({ type: String, enum: ['issued', 'replaced', 'revoked'] })
  readonly status!: string;

  @ApiProperty({ type: 'integer', description: '1 as issued' })
  readonly revision!: number;

  @ApiProperty({ type: String, isArray: true, description: 'Internal ids' })
  readonly recipients!: readonly string[];
}

export class FoundResponse {
  @ApiProperty({
    type: FoundDocumentResponse,
    isArray: true,
    description: 'The newest first. There may be fewer than `limit`, and more behind the cursor',
  })
  readonly entries!: readonly FoundDocumentResponse[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'Give it back as `after`, with the same question; absent when nothing is left',
  })
  readonly cursor?: string;

  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({
    type: Boolean,
    description: 'The read models are being refilled: what was issued later is not found yet',
  })
  readonly stale!: boolean;
}
