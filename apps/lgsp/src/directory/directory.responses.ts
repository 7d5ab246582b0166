import { type Level, type Placement, type Realm, type Sector } from '@lienthong/directory';
import { ApiProperty } from '@nestjs/swagger';

export class PlacementResponse implements Placement {
  @ApiProperty({ type: String })
  readonly level!: Level;

  @ApiProperty({ type: String })
  readonly sector!: Sector;

  @ApiProperty({ type: String, required: false })
  readonly parent?: string;
}

export class AgencyResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: String, enum: ['inside', 'outside'] })
  readonly realm!: Realm;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: PlacementResponse })
  readonly placement!: PlacementResponse;

  @ApiProperty({ type: String })
  readonly code!: string;
}

export class AgencyPageResponse {
  @ApiProperty({ type: AgencyResponse, isArray: true })
  readonly entries!: readonly AgencyResponse[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'Where to go on, while there is more',
  })
  readonly cursor?: string;
}

export class GroupResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, isArray: true, description: 'Internal ids' })
  readonly members!: readonly string[];

  @ApiProperty({ type: String, format: 'date' })
  readonly from!: string;
}
