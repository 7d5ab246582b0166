import 'reflect-metadata';
import { instant, type LocalDate } from '@lienthong/kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
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
const CHANGES = ['replace', 'update', 'revoke', 'take-back'] as const;
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

/** A certificate and the private key to it, in PEM. */
export class SealOrder {
  @IsString()
  @IsNotEmpty()
  declare readonly certificate: string;

  @IsString()
  @IsNotEmpty()
  declare readonly key: string;
}

export class ChangeOrder {
  @IsIn(CHANGES)
  declare readonly kind: (typeof CHANGES)[number];

  /** The key of the document that is replaced, changed or asked back; it was told before. */
  @IsString()
  @IsNotEmpty()
  declare readonly of: string;

  @IsString()
  @IsNotEmpty()
  declare readonly reason: string;
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

  /** What it is sealed with instead of what the agency holds otherwise. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SealOrder)
  declare readonly seal?: SealOrder;

  /** The agency has nothing to seal it with. */
  @IsOptional()
  @IsBoolean()
  declare readonly unsealed?: boolean;

  /** The letter is exchanged on the way, after it was signed. */
  @IsOptional()
  @IsBoolean()
  declare readonly altered?: boolean;

  /** It is no new document of its own, or takes the place of another one. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ChangeOrder)
  declare readonly change?: ChangeOrder;
}

/** What the conductor of a scenario has a mock issue: the body of `POST /control/issue`. */
export class IssueRequest {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DocumentOrder)
  declare readonly documents: readonly DocumentOrder[];
}

/** The body of `POST /control/settle`. */
export class SettleRequest {
  /** RFC 3339: what agencies would do later waits for the next word. Everything is done without it. */
  @IsOptional()
  @Matches(RFC_3339)
  @IsISO8601({ strict: true })
  declare readonly until?: string;
}

export interface KeyedOrder {
  readonly key: string;
  readonly order: IssueOrder;
}

export const keyedOrder = ({ key, at, to, seal, change, ...rest }: DocumentOrder): KeyedOrder => ({
  key,
  order: {
    ...rest,
    at: instant(at),
    to: to.map(({ code, channel }) => ({ code, channel })),
    ...(seal === undefined ? {} : { seal: { certificate: seal.certificate, key: seal.key } }),
    ...(change === undefined ? {} : { change: changeIn(change) }),
  },
});

const changeIn = ({ kind, of, reason }: ChangeOrder): ChangeOrder => ({ kind, of, reason });
