import { type MessageType, type TransportStatus } from '@lienthong/axis';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const CODE_102 = /^[A-Za-z0-9]{1,5}(\.[A-Za-z0-9]{1,5}){0,3}$/;
const CODE_20 = /^(?=.{3,35}$)[A-Z0-9]+(\.[A-Z0-9]+)*$/;
const EITHER_FORM = /^(?=.{1,35}$)[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/;
const DOC_ID = /^[0-9a-f]{24}$/;

const SERVICE_TYPES = ['eDoc'];
const MESSAGE_TYPES: readonly MessageType[] = ['edoc', 'status'];
const TRANSPORT_STATUSES: readonly TransportStatus[] = ['done', 'fail', 'processing'];
const LONGEST_PAGE = 1_000;

export class SendEdocForm {
  /** JSON, see {@link SendEdocHeader}. */
  @IsString()
  declare readonly header: string;
}

export class SendEdocHeader {
  @IsString()
  @IsNotEmpty()
  declare readonly from: string;

  @IsIn(SERVICE_TYPES)
  declare readonly servicetype: 'eDoc';

  @IsIn(MESSAGE_TYPES)
  declare readonly messagetype: MessageType;
}

export class GetReceivedEdocListRequest {
  @IsIn(SERVICE_TYPES)
  declare readonly servicetype: 'eDoc';

  @IsIn(MESSAGE_TYPES)
  declare readonly messagetype: MessageType;

  /** Items at most; 100 when absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_PAGE)
  declare readonly pageSize?: number;

  /** From 0. */
  @IsOptional()
  @IsInt()
  @Min(0)
  declare readonly pageIndex?: number;
}

/** Of `getEdoc` and `downloadEdoc`. */
export class GetEdocRequest {
  @Matches(DOC_ID)
  declare readonly docId: string;

  /** Where the client's kit will put the file: a matter of the client's machine alone. */
  @IsOptional()
  @IsString()
  declare readonly filePath?: string;
}

export class UpdateStatusRequest {
  @Matches(DOC_ID)
  declare readonly docid: string;

  @IsIn(TRANSPORT_STATUSES)
  declare readonly status: TransportStatus;
}

export class GetSentEdocListRequest {
  @IsIn(SERVICE_TYPES)
  declare readonly servicetype: 'eDoc';

  @IsIn(MESSAGE_TYPES)
  declare readonly messagetype: MessageType;

  @Matches(DOC_ID)
  declare readonly docId: string;
}

export class RegisterAgencyRequest {
  @Matches(CODE_20)
  declare readonly code: string;

  @Matches(CODE_102)
  declare readonly code102: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  declare readonly name: string;

  @IsInt()
  @Min(1)
  @Max(4)
  declare readonly level: number;
}

export class DeleteAgencyRequest {
  /** In either form. */
  @Matches(EITHER_FORM)
  declare readonly AgencyCode: string;
}

export class GetAgenciesListQD20Request {
  @IsInt()
  @Min(1)
  @Max(4)
  declare readonly level: number;
}
