import 'reflect-metadata';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

const ACTS = ['report', 'pause', 'resume'] as const;
/** What a recipient says of a document. */
const STATUSES = ['01', '02', '03', '04', '05', '06', '15', '16'] as const;

export type HandStatus = (typeof STATUSES)[number];

/** What somebody does by hand in the place of an agency behind a mock: the body of `POST /control/act`. */
export class ActRequest {
  /** One of its codes, or its internal id. */
  @IsString()
  @IsNotEmpty()
  declare readonly agency: string;

  /** A paused agency says nothing by itself; what was done by hand is left to the hand. */
  @IsIn(ACTS)
  declare readonly act: (typeof ACTS)[number];

  /** The platform's id of the document that is reported on. */
  @ValidateIf(isReport)
  @IsString()
  @IsNotEmpty()
  declare readonly documentId: string;

  /** The same document's id in its packet. */
  @ValidateIf(isReport)
  @IsString()
  @IsNotEmpty()
  declare readonly headerDocumentId: string;

  @ValidateIf(isReport)
  @IsIn(STATUSES)
  declare readonly status: HandStatus;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  declare readonly description?: string;
}

function isReport({ act }: ActRequest): boolean {
  return act === 'report';
}

/** A system behind a mock, as `GET /control/systems` tells it. */
export interface MockSystem {
  readonly id: string;
  /** Codes of the agencies that it works for, or their internal ids. */
  readonly agencies: readonly string[];
  /** Documents to send, to answer and to decide on. */
  readonly waiting: number;
  /** Agencies that say nothing by themselves. */
  readonly paused: readonly string[];
  /** Why it cannot work now. */
  readonly lastError?: string;
}
