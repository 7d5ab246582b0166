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

export class IndicatorsResponse {
  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({ type: IndicatorResponse, isArray: true })
  readonly indicators!: readonly IndicatorResponse[];
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
  @ApiProperty({ type: FlowCountResponse })
  readonly total!: FlowCountResponse;

  @ApiProperty({
    type: FlowCellResponse,
    isArray: true,
    description: 'A document counts once in each cell that it touches',
  })
  readonly cells!: readonly FlowCellResponse[];
}
