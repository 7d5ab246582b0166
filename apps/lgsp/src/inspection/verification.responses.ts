import { ApiProperty } from '@nestjs/swagger';

class VerificationResponse {
  @ApiProperty({ type: Boolean })
  readonly ok!: boolean;

  @ApiProperty({ type: 'integer', description: 'How many things were compared' })
  readonly checked!: number;
}

class MetricsDifferenceResponse {
  @ApiProperty({ type: String, example: 'documents.exchanged' })
  readonly figure!: string;

  @ApiProperty({ type: String, description: 'A level, with the agency where it is one’s' })
  readonly of!: string;

  @ApiProperty({ type: String, description: 'The day on which it was recorded' })
  readonly recorded!: string;

  @ApiProperty({ type: String, description: 'The day to which it belongs' })
  readonly business!: string;

  @ApiProperty({ type: 'integer', description: 'What the events come to' })
  readonly expected!: number;

  @ApiProperty({ type: 'integer', description: 'What the read models say' })
  readonly found!: number;
}

export class MetricsVerificationResponse extends VerificationResponse {
  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({ type: MetricsDifferenceResponse, isArray: true })
  readonly differences!: readonly MetricsDifferenceResponse[];
}

class LogDifferenceResponse {
  @ApiProperty({
    type: String,
    enum: ['version-gap', 'broken-link', 'missing', 'altered', 'event-unreadable', 'log-damaged'],
  })
  readonly finding!: string;

  @ApiProperty({ type: 'integer', required: false })
  readonly sequence?: number;

  @ApiProperty({ type: String, required: false })
  readonly subject?: string;

  @ApiProperty({ type: String, required: false, description: 'SHA-256 of an object' })
  readonly digest?: string;

  @ApiProperty({ type: 'integer', required: false })
  readonly expected?: number;

  @ApiProperty({ type: 'integer', required: false })
  readonly found?: number;

  @ApiProperty({ type: String, required: false })
  readonly detail?: string;
}

export class LogVerificationResponse extends VerificationResponse {
  @ApiProperty({ type: 'integer' })
  readonly events!: number;

  @ApiProperty({ type: 'integer' })
  readonly objects!: number;

  @ApiProperty({ type: 'integer', description: 'Of the objects' })
  readonly bytes!: number;

  @ApiProperty({ type: String, description: 'Of the run: the same seed gives the same' })
  readonly digest!: string;

  @ApiProperty({ type: LogDifferenceResponse, isArray: true })
  readonly differences!: readonly LogDifferenceResponse[];
}
