import { randomUUID } from 'node:crypto';

/** Where a request stands in the work of its caller, as W3C Trace Context has it. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** What is told back: the same trace, and our own part in it. */
  readonly traceparent: string;
}

const TRACEPARENT =
  /^(?!ff)(?<version>[0-9a-f]{2})-(?<traceId>(?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-(?<flags>[0-9a-f]{2})(?<more>-.*)?$/;

/** Of a part of a trace. */
const PART_DIGITS = 16;

/** Goes on with the caller's trace; begins one where there is none, or none that can be read. */
export const traceContextOf = (header: string | undefined): TraceContext => {
  const { traceId = randomDigits(), flags = '00' } = read(header ?? '');
  const part = randomDigits().slice(-PART_DIGITS);
  return { traceId, traceparent: `00-${traceId}-${part}-${flags}` };
};

const read = (header: string): { readonly traceId?: string; readonly flags?: string } => {
  const { version, traceId, flags, more } = TRACEPARENT.exec(header)?.groups ?? {};
  // What follows the flags is for versions to come.
  if (traceId === undefined || flags === undefined) return {};
  return version === '00' && more !== undefined ? {} : { traceId, flags };
};

/** 32 hexadecimal digits; Node draws the bytes of many at once. */
const randomDigits = (): string => randomUUID().replaceAll('-', '');
