import 'reflect-metadata';
import { instant, type LocalDate } from '@lienthong/kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type IssueOrder } from './issue-order.js';

const CHANNELS = ['electronic', 'paper', 'both'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const LARGEST_ATTACHMENT = 30 * 1024 * 1024;

export class RecipientOrder {
  @IsString()
  @IsNotEmpty()
  declare readonly code: string;

  @IsIn(CHANNELS)
  declare readonly channel: (typeof CHANNELS)[number];
}

export class DocumentOrder {
  /** The same key again is the same document. */
  @IsString()
  @IsNotEmpty()
  declare readonly key: string;

  /** Code of the issuing agency. */
  @IsString()
  @IsNotEmpty()
  declare readonly from: string;

  /** Business time of issue, RFC 3339. */
  @Matches(RFC_3339)
  @IsISO8601({ strict: true })
  declare readonly at: string;

  /** Empty for a document that stays in its house. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RecipientOrder)
  declare readonly to: readonly RecipientOrder[];

  @IsString()
  @IsNotEmpty()
  declare readonly typeName: string;

  @IsString()
  @IsNotEmpty()
  declare readonly subject: string;

  @IsString()
  @IsNotEmpty()
  declare readonly notation: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  declare readonly pages?: number;

  /** Size of a second attachment, besides the letter itself. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_ATTACHMENT)
  declare readonly attachmentBytes?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4)
  declare readonly priority?: number;

  @IsOptional()
  @Matches(DATE)
  declare readonly dueOn?: LocalDate;
}

/** What the conductor of a scenario has a mock issue: the body of `POST /control/issue`. */
export class IssueRequest {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DocumentOrder)
  declare readonly documents: readonly DocumentOrder[];
}

export interface KeyedOrder {
  readonly key: string;
  readonly order: IssueOrder;
}

export const keyedOrder = ({ key, at, to, ...rest }: DocumentOrder): KeyedOrder => {
  const recipients = to.map(({ code, channel }) => ({ code, channel }));
  return { key, order: { ...rest, at: instant(at), to: recipients } };
};
