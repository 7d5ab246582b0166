import { ApiProperty } from '@nestjs/swagger';

class IndicatorResponse {
  @ApiProperty({ type: String, example: 'documents.exchanged{province+district}' })
  readonly id!: string;

  @ApiProperty({ type: 'integer' })
  readonly numerator!: number;

  @ApiProperty({ type: 'integer' })
  readonly denominator!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Numerator by denominator, rounded half up',
  })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Absent where none was published' })
  readonly target!: number | null;
}

class DurationResponse {
  @ApiProperty({ type: String, example: 'deliveries.arrival{province+district+commune}' })
  readonly id!: string;

  @ApiProperty({ type: 'integer', description: 'How many there were' })
  readonly count!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Half of them took no longer, by fixed bounds',
  })
  readonly medianSeconds!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '95 of 100 took no longer, by fixed bounds',
  })
  readonly p95Seconds!: number | null;
}

class FiguresOfPeriodResponse {
  @ApiProperty({ type: IndicatorResponse, isArray: true })
  readonly indicators!: readonly IndicatorResponse[];

  @ApiProperty({ type: DurationResponse, isArray: true })
  readonly durations!: readonly DurationResponse[];
}

class PeriodResponse extends FiguresOfPeriodResponse {
  @ApiProperty({ type: String, description: 'yyyy-MM-dd or yyyy-MM' })
  readonly period!: string;
}

const STALE = 'The read models are being refilled: right as of the sequence, and there is more';

export class MetricsResponse extends FiguresOfPeriodResponse {
  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({ type: Boolean, description: STALE })
  readonly stale!: boolean;

  @ApiProperty({ type: PeriodResponse, isArray: true, required: false })
  readonly series?: readonly PeriodResponse[];
}

class FlowCountResponse {
  @ApiProperty({ type: 'integer' })
  readonly documents!: number;

  @ApiProperty({ type: 'integer' })
  readonly deliveries!: number;
}

class FlowCellResponse extends FlowCountResponse {
  @ApiProperty({ type: String })
  readonly from!: string;

  @ApiProperty({ type: String })
  readonly to!: string;
}

export class FlowResponse {
  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({ type: Boolean, description: STALE })
  readonly stale!: boolean;

  @ApiProperty({ type: FlowCountResponse })
  readonly total!: FlowCountResponse;

  @ApiProperty({
    type: FlowCellResponse,
    isArray: true,
    description: 'A document counts once in each cell that it touches',
  })
  readonly cells!: readonly FlowCellResponse[];
}
