import { type ByteRange } from '@lienthong/event-store';

const ONE_RANGE = /^bytes=(?:(?<from>\d{1,15})-(?<to>\d{1,15})?|-(?<last>\d{1,15}))$/i;

/**
 * What a `Range` header asks for (RFC 9110, 14). Several ranges, other units and what is no range are passed over, as
 * the standard allows: the whole is the answer then.
 */
export const byteRangeIn = (header: string | undefined): ByteRange | undefined => {
  const { from, to, last } = ONE_RANGE.exec(header ?? '')?.groups ?? {};
  if (last !== undefined) return { last: Number(last) };
  if (from === undefined) return undefined;
  if (to === undefined) return { from: Number(from) };
  return Number(to) < Number(from) ? undefined : { from: Number(from), to: Number(to) };
};
