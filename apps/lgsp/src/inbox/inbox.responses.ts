import { ApiProperty } from '@nestjs/swagger';

class AttachmentResponse {
  @ApiProperty({ type: String, description: 'SHA-256; names the content under /attachments' })
  readonly digest!: string;

  @ApiProperty({ type: String })
  readonly name!: string;

  @ApiProperty({ type: String })
  readonly mediaType!: string;

  @ApiProperty({ type: 'integer', description: 'Bytes' })
  readonly size!: number;
}

class InboxEntryResponse {
  @ApiProperty({ type: String })
  readonly cursor!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;

  @ApiProperty({
    type: String,
    enum: ['document', 'update', 'take-back', 'revocation'],
    description: 'The document came, or you are told or asked something of it',
  })
  readonly kind!: string;

  @ApiProperty({ type: 'integer', description: 'The version that is meant and shown' })
  readonly revision!: number;

  @ApiProperty({ type: String, description: "Why, in the sender's words" })
  readonly description!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'When you were told' })
  readonly toldAt!: string;

  @ApiProperty({ type: String })
  readonly documentId!: string;

  @ApiProperty({ type: String, description: "The sender's own id of the document" })
  readonly headerDocumentId!: string;

  @ApiProperty({ type: String })
  readonly recipient!: string;

  @ApiProperty({ type: String })
  readonly recipientCode!: string;

  @ApiProperty({ type: String })
  readonly sender!: string;

  @ApiProperty({ type: String })
  readonly senderCode!: string;

  @ApiProperty({ type: String })
  readonly senderName!: string;

  @ApiProperty({ type: String, description: 'Số, ký hiệu' })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly typeName!: string;

  @ApiProperty({ type: String })
  readonly subject!: string;

  @ApiProperty({ type: 'integer' })
  readonly priority!: number;

  @ApiProperty({ type: String, required: false, format: 'date' })
  readonly dueOn?: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'Issued' })
  readonly at!: string;

  @ApiProperty({ type: AttachmentResponse, isArray: true })
  readonly attachments!: readonly AttachmentResponse[];
}

export class InboxPageResponse {
  @ApiProperty({ type: InboxEntryResponse, isArray: true })
  readonly entries!: readonly InboxEntryResponse[];

  @ApiProperty({ type: String, description: 'Opaque; give it as `after` to go on' })
  readonly cursor!: string;
}

class StatusEntryResponse {
  @ApiProperty({ type: String })
  readonly cursor!: string;

  @ApiProperty({ type: 'integer' })
  readonly sequence!: number;

  @ApiProperty({ type: String })
  readonly documentId!: string;

  @ApiProperty({ type: String })
  readonly headerDocumentId!: string;

  @ApiProperty({ type: String })
  readonly sender!: string;

  @ApiProperty({ type: String })
  readonly recipient!: string;

  @ApiProperty({ type: String })
  readonly recipientCode!: string;

  @ApiProperty({ type: String })
  readonly statusCode!: string;

  @ApiProperty({ type: String })
  readonly description!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: Boolean })
  readonly late!: boolean;
}

export class StatusPageResponse {
  @ApiProperty({ type: StatusEntryResponse, isArray: true })
  readonly entries!: readonly StatusEntryResponse[];

  @ApiProperty({ type: String })
  readonly cursor!: string;
}
