import { IsIn, IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FAULT_KINDS, type FaultKind } from '@lienthong/connector';

const LONGEST_MS = 60_000;

/** Switches a fault of the axis on. */
export class FaultRequest {
  @IsIn(FAULT_KINDS)
  declare readonly kind: FaultKind;

  /** 0 switches it off. */
  @IsNumber()
  @Min(0)
  @Max(1)
  declare readonly probability: number;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  declare readonly seed?: string;

  /** Of latency. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_MS)
  declare readonly milliseconds?: number;
}
