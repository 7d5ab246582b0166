import {
  BytesField,
  CodeField,
  DayField,
  IntegerField,
  ListField,
  PartField,
  TextField,
  TimeField,
  WordField,
} from '../http/fields.js';

const MIB = 1024 * 1024;

/** No path, and neither the folder itself nor the one above. */
const PLAIN_NAME = /^(?!\.{1,2}$)[^/\\]+$/;

/** A packet keeps no white space at the ends of a text: the same id must come back from the axis. */
const ONE_LINE = /^\S(?:.*\S)?$/;

export class CodeRequest {
  @TextField({ max: 64, description: 'Số', example: '7816' })
  readonly number!: string;

  @TextField({ max: 64, description: 'Ký hiệu', example: 'VPCP-TTĐT' })
  readonly notation!: string;
}

export class RecipientRequest {
  @CodeField({
    optional: true,
    description: 'Mã định danh của nơi nhận; or else a group',
    example: '000.00.02.H39',
  })
  readonly code?: string;

  @TextField({ max: 48, optional: true, description: 'Nhóm nơi nhận: an id of /v1/groups' })
  readonly group?: string;

  @WordField(['electronic', 'paper', 'both'], { optional: true })
  readonly channel?: 'electronic' | 'paper' | 'both';

  @TextField({ max: 100, optional: true, description: 'Địa bàn; picks a successor when closed' })
  readonly territory?: string;

  @TextField({ max: 100, optional: true, description: 'Lĩnh vực; picks a successor when closed' })
  readonly field?: string;
}

export class RecipientCode {
  @CodeField({ description: 'Mã định danh của nơi nhận' })
  readonly code!: string;
}

export class ReplacedRequest {
  @TextField({ max: 256, pattern: ONE_LINE, description: "The sender's own id of the document" })
  readonly documentId!: string;
}

export class SignerRequest {
  @TextField({ optional: true, max: 200 })
  readonly competence?: string;

  @TextField({ optional: true, max: 200 })
  readonly position?: string;

  @TextField({ optional: true, max: 200 })
  readonly fullName?: string;
}

export class StaffRequest {
  @TextField({ optional: true, max: 200 })
  readonly department?: string;

  @TextField({ optional: true, max: 200 })
  readonly name?: string;

  @TextField({ optional: true, max: 32 })
  readonly mobile?: string;

  @TextField({ optional: true, max: 254 })
  readonly email?: string;
}

export class AttachmentRequest {
  @TextField({ max: 255, pattern: PLAIN_NAME, description: 'A plain file name' })
  readonly name!: string;

  @TextField({ max: 127, pattern: /^[\w.+-]+\/[\w.+-]+$/, example: 'application/pdf' })
  readonly mediaType!: string;

  @BytesField({
    maxBytes: 50 * MIB,
    optional: true,
    description: 'The content in base64, 50 MiB at most; or else a digest',
  })
  readonly content?: string;

  @TextField({
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
    description: 'SHA-256 of a content that was uploaded to /v1/objects before, hexadecimal',
  })
  readonly digest?: string;
}

/** BussinessDocType 2: this is a new version of a document that was issued. */
export class UpdateRequest {
  @TextField({ max: 2000, description: 'Lý do' })
  readonly reason!: string;

  @ListField(() => RecipientRequest, { max: 2000, optional: true, description: 'Nơi nhận thêm' })
  readonly add?: RecipientRequest[];

  @ListField(() => RecipientCode, {
    max: 2000,
    optional: true,
    description: 'Recipients who are asked to give the document back',
  })
  readonly askBack?: RecipientCode[];
}

/** BussinessDocType 1, as JSON; of the document that the address names. */
export class RevocationRequest {
  @TextField({ max: 2000, description: 'Lý do' })
  readonly reason!: string;

  @TimeField({ optional: true, description: "Only on a tenant with a scenario's clock" })
  readonly at?: string;
}

/** A document, as JSON. */
export class DocumentRequest {
  @CodeField({ description: 'Mã định danh của nơi gửi', example: '000.00.00.H39' })
  readonly from!: string;

  @TextField({
    max: 256,
    pattern: ONE_LINE,
    description: "The sender's own id of the document; opaque",
  })
  readonly documentId!: string;

  @PartField(() => CodeRequest)
  readonly code!: CodeRequest;

  @TextField({ max: 100, description: 'Loại văn bản', example: 'Công văn' })
  readonly typeName!: string;

  @TextField({ max: 2000, description: 'Trích yếu' })
  readonly subject!: string;

  @DayField({ optional: true })
  readonly promulgatedOn?: string;

  @DayField({ optional: true })
  readonly dueOn?: string;

  @IntegerField({ min: 0, max: 4, optional: true, description: 'Độ khẩn' })
  readonly priority?: number;

  @ListField(() => RecipientRequest, { max: 2000, description: 'Nơi nhận' })
  readonly to!: RecipientRequest[];

  @PartField(() => SignerRequest, { optional: true })
  readonly signer?: SignerRequest;

  @PartField(() => StaffRequest, { optional: true })
  readonly staff?: StaffRequest;

  @ListField(() => AttachmentRequest, { max: 100, optional: true })
  readonly attachments?: AttachmentRequest[];

  @PartField(() => UpdateRequest, {
    optional: true,
    description: 'Present for a new version of a document; `to` names nobody new then',
  })
  readonly update?: UpdateRequest;

  @ListField(() => ReplacedRequest, {
    max: 100,
    optional: true,
    description: 'Documents whose place this one takes',
  })
  readonly replaces?: ReplacedRequest[];

  @TimeField({ optional: true, description: "Only on a tenant with a scenario's clock" })
  readonly issuedAt?: string;
}
