import { ApiProperty } from '@nestjs/swagger';

export class IssuedDeliveryResponse {
  @ApiProperty({ type: String, description: 'The agency code as it was written' })
  readonly to!: string;

  @ApiProperty({ type: String, description: 'Internal id of the agency' })
  readonly agency!: string;

  @ApiProperty({ type: String, enum: ['local', 'axis'] })
  readonly via!: 'local' | 'axis';
}

export class IssuedResponse {
  @ApiProperty({ type: String })
  readonly documentId!: string;

  @ApiProperty({ type: 'integer', description: 'Sequence of the event that issued the document' })
  readonly sequence!: number;

  @ApiProperty({ type: IssuedDeliveryResponse, isArray: true })
  readonly deliveries!: readonly IssuedDeliveryResponse[];
}
