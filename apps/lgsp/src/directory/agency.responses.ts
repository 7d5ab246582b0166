import { type Realm } from '@lienthong/directory';
import { ApiProperty } from '@nestjs/swagger';
import { AgencyResponse, PlacementResponse } from './directory.responses.js';

class NameResponse {
  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly from!: string;
}

class DatedPlacementResponse extends PlacementResponse {
  @ApiProperty({ type: String, format: 'date' })
  readonly from!: string;
}

class DatedCodeResponse {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String, enum: ['qcvn102', 'qd20'] })
  readonly form!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', required: false })
  readonly to?: string;
}

class SuccessionResponse {
  @ApiProperty({ type: String, description: 'Internal id' })
  readonly successor!: string;

  @ApiProperty({ type: String, required: false })
  readonly territory?: string;

  @ApiProperty({ type: String, required: false })
  readonly field?: string;

  @ApiProperty({ type: Boolean })
  readonly isDefault!: boolean;

  @ApiProperty({ type: String, description: 'Where it is written; empty when it is assumed' })
  readonly source!: string;
}

class SuccessionsResponse {
  @ApiProperty({ type: SuccessionResponse, isArray: true })
  readonly successors!: readonly SuccessionResponse[];

  @ApiProperty({ type: String, format: 'date' })
  readonly from!: string;
}

export class AgencyHistoryResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly asOf!: string;

  @ApiProperty({
    type: AgencyResponse,
    nullable: true,
    description: 'As it stands on that day; null before its first day and after its last',
  })
  readonly current!: AgencyResponse | null;

  @ApiProperty({ type: String, enum: ['inside', 'outside'] })
  readonly realm!: Realm;

  @ApiProperty({ type: NameResponse, isArray: true })
  readonly names!: readonly NameResponse[];

  @ApiProperty({ type: DatedPlacementResponse, isArray: true })
  readonly placements!: readonly DatedPlacementResponse[];

  @ApiProperty({ type: DatedCodeResponse, isArray: true })
  readonly codes!: readonly DatedCodeResponse[];

  @ApiProperty({ type: SuccessionsResponse, isArray: true })
  readonly successions!: readonly SuccessionsResponse[];

  @ApiProperty({ type: String, format: 'date', required: false, description: 'Its last day' })
  readonly closedOn?: string;
}
