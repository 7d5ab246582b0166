import { ApiProperty } from '@nestjs/swagger';
import { TextListField } from '../http/fields.js';

export class RebuildRequest {
  @TextListField({ max: 20, optional: true, description: 'Names of projections; all when absent' })
  readonly projections?: string[];
}

class RebuiltProjectionResponse {
  @ApiProperty({ type: String })
  readonly projection!: string;

  @ApiProperty({ type: String, description: 'SHA-256 over what the new build holds' })
  readonly digest!: string;

  @ApiProperty({ type: Boolean, description: 'Whether the build before held the same' })
  readonly identical!: boolean;
}

export class RebuildResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: String, enum: ['asked', 'running', 'done', 'failed'] })
  readonly state!: string;

  @ApiProperty({ type: 'integer', required: false, description: 'Events that were folded' })
  readonly events?: number;

  @ApiProperty({ type: 'integer', required: false, description: 'Events that there are to fold' })
  readonly target?: number;

  @ApiProperty({ type: Number, required: false })
  readonly seconds?: number;

  @ApiProperty({ type: Boolean, required: false })
  readonly identical?: boolean;

  @ApiProperty({ type: String, required: false, description: 'SHA-256 over all of the new builds' })
  readonly digest?: string;

  @ApiProperty({ type: RebuiltProjectionResponse, isArray: true, required: false })
  readonly projections?: readonly RebuiltProjectionResponse[];

  @ApiProperty({ type: String, required: false, description: 'Why it failed' })
  readonly reason?: string;
}
