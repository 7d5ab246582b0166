import { type Instant, instant } from '@lienthong/kernel';

/** Whose time a tenant lives in: the machine's, or one that stands still at `at`. */
export type ClockSetting =
  { readonly kind: 'system' } | { readonly kind: 'scenario'; readonly at: Instant };

const SCENARIO = 'scenario:';

/** @throws {RangeError} when `text` is neither `system` nor `scenario:<RFC 3339 date-time>` */
export const clockSetting = (text: string): ClockSetting => {
  if (text === 'system') return { kind: 'system' };
  if (text.startsWith(SCENARIO))
    return { kind: 'scenario', at: instant(text.slice(SCENARIO.length)) };
  throw new RangeError('expected "system" or "scenario:<RFC 3339 date-time>"');
};
