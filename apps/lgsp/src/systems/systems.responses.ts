import { ApiProperty } from '@nestjs/swagger';

export class SystemResponse {
  @ApiProperty({ type: String })
  readonly id!: string;

  @ApiProperty({ type: String })
  readonly kind!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String, isArray: true })
  readonly agencies!: readonly string[];
}

export class SystemKeyResponse {
  @ApiProperty({ type: String, description: "The beginning of the key's SHA-256" })
  readonly keyId!: string;

  @ApiProperty({ type: String, enum: ['valid', 'expired', 'revoked'] })
  readonly state!: 'valid' | 'expired' | 'revoked';

  @ApiProperty({ type: String, format: 'date-time', description: 'As the tenant counts time' })
  readonly issuedAt!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'By the real clock',
  })
  readonly validUntil?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'As the tenant counts time',
  })
  readonly revokedAt?: string;
}

export class IssuedKeyResponse extends SystemKeyResponse {
  @ApiProperty({ type: String })
  readonly systemId!: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Told once, keep it: absent where the same Idempotency-Key had it told before',
  })
  readonly key?: string;
}
