import { ApiProperty } from '@nestjs/swagger';

class HopResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: String })
  readonly type!: string;

  @ApiProperty({ type: String })
  readonly agency!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;

  @ApiProperty({ type: String, required: false })
  readonly statusCode?: string | undefined;
}

class TracedDeliveryResponse {
  @ApiProperty({ type: String, description: 'Internal id of the recipient' })
  readonly recipient!: string;

  @ApiProperty({ type: String, description: 'The agency code as it was written' })
  readonly to!: string;

  @ApiProperty({ type: String })
  readonly level!: string;

  @ApiProperty({ type: String })
  readonly channel!: string;

  @ApiProperty({ type: String })
  readonly via!: string;

  @ApiProperty({ type: String })
  readonly status!: string;

  @ApiProperty({ type: String, required: false })
  readonly statusCode?: string | undefined;

  @ApiProperty({
    type: String,
    required: false,
    enum: ['take-back', 'update'],
    description: 'What the recipient was asked and has not answered',
  })
  readonly request?: string | undefined;

  @ApiProperty({ type: HopResponse, isArray: true })
  readonly hops!: readonly HopResponse[];
}

class SignatureResponse {
  @ApiProperty({ type: String, enum: ['organisation', 'person'] })
  readonly holder!: string;

  @ApiProperty({
    type: String,
    enum: ['verified', 'invalid', 'unknown-issuer', 'expired'],
    description: 'Judged at the time of issue',
  })
  readonly outcome!: string;

  @ApiProperty({ type: String, description: 'Of the certificate, hexadecimal' })
  readonly serial!: string;
}

export class DocumentHeadResponse {
  @ApiProperty({ type: String })
  readonly documentId!: string;

  @ApiProperty({ type: String })
  readonly headerDocumentId!: string;

  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly subject!: string;

  @ApiProperty({ type: String, description: 'Internal id' })
  readonly sender!: string;

  @ApiProperty({ type: String })
  readonly senderCode!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly issuedAt!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;

  @ApiProperty({ type: String, enum: ['issued', 'replaced', 'revoked'] })
  readonly status!: string;

  @ApiProperty({ type: 'integer', description: '1 as issued' })
  readonly revision!: number;
}

export class TraceResponse extends DocumentHeadResponse {
  @ApiProperty({
    type: SignatureResponse,
    isArray: true,
    description: 'Those that came with the latest version; empty: it came unsigned',
  })
  readonly signatures!: readonly SignatureResponse[];

  @ApiProperty({
    type: HopResponse,
    isArray: true,
    description: 'What happened to the document since it was issued',
  })
  readonly changes!: readonly HopResponse[];

  @ApiProperty({ type: TracedDeliveryResponse, isArray: true })
  readonly deliveries!: readonly TracedDeliveryResponse[];

  @ApiProperty({ type: 'integer' })
  readonly asOfSequence!: number;

  @ApiProperty({
    type: Boolean,
    description:
      'The read models are being refilled: right as of the sequence, and there may be more',
  })
  readonly stale!: boolean;
}
