import { ApiProperty } from '@nestjs/swagger';
import { DocumentHeadResponse } from './trace.responses.js';

class FoundDocumentResponse extends DocumentHeadResponse {
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
