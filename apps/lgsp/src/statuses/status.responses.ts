import { ApiProperty } from '@nestjs/swagger';

export class ReportedResponse {
  @ApiProperty({ type: 'integer', description: 'Sequence of the last event of the delivery' })
  readonly sequence!: number;

  @ApiProperty({ type: Boolean, description: 'False for a repetition: nothing was written' })
  readonly recorded!: boolean;

  @ApiProperty({
    type: Boolean,
    description: 'Kept, and without effect: a later status came first',
  })
  readonly late!: boolean;
}
