import { ApiProperty } from '@nestjs/swagger';

class ClockResponse {
  @ApiProperty({ type: String, enum: ['system', 'scenario'] })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly now!: string;
}

class WriterResponse {
  @ApiProperty({ type: Boolean })
  readonly held!: boolean;

  @ApiProperty({ type: String, nullable: true })
  readonly holder!: string | null;

  @ApiProperty({ type: 'integer' })
  readonly epoch!: number;
}

class ProcessResponse {
  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: 'integer' })
  readonly checkpoint!: number;

  @ApiProperty({ type: 'integer' })
  readonly waiting!: number;

  @ApiProperty({ type: 'integer' })
  readonly oldestWaitingSeconds!: number;

  @ApiProperty({ type: String, required: false })
  readonly lastError?: string;
}

class ReadSideResponse {
  @ApiProperty({ type: Boolean })
  readonly available!: boolean;

  @ApiProperty({ type: 'integer' })
  readonly position!: number;
}

class AxisResponse {
  @ApiProperty({ type: Boolean, nullable: true })
  readonly reachable!: boolean | null;
}

class UnreadableEventResponse {
  @ApiProperty({ type: String })
  readonly subject!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;
}

export class StatusResponse {
  @ApiProperty({ type: String })
  readonly tenant!: string;

  @ApiProperty({ type: String, enum: ['always', 'relaxed'] })
  readonly durability!: string;

  @ApiProperty({ type: ClockResponse })
  readonly clock!: ClockResponse;

  @ApiProperty({ type: 'integer' })
  readonly lastSequence!: number;

  @ApiProperty({ type: WriterResponse })
  readonly writer!: WriterResponse;

  @ApiProperty({
    type: UnreadableEventResponse,
    isArray: true,
    description: 'Events of the log that this program cannot read; nothing is written after them.',
  })
  readonly unreadable!: readonly UnreadableEventResponse[];

  @ApiProperty({ type: ProcessResponse, isArray: true })
  readonly processes!: readonly ProcessResponse[];

  @ApiProperty({ type: ReadSideResponse })
  readonly readModels!: ReadSideResponse;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly parked!: number | null;

  @ApiProperty({ type: AxisResponse })
  readonly axis!: AxisResponse;
}

export class SettledResponse {
  @ApiProperty({ type: 'integer' })
  readonly lastSequence!: number;

  @ApiProperty({ type: 'integer' })
  readonly waiting!: number;

  @ApiProperty({ type: 'integer' })
  readonly found!: number;
}

export class RunDigestResponse {
  @ApiProperty({ type: String })
  readonly digest!: string;

  @ApiProperty({ type: 'integer' })
  readonly events!: number;

  @ApiProperty({ type: 'integer' })
  readonly lastSequence!: number;
}
