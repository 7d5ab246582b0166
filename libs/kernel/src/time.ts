/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day in Asia/Ho_Chi_Minh, `yyyy-MM-dd`; such days sort as text. */
export type LocalDate = string;

/** Vietnam keeps UTC+7 without daylight saving since 1975-06-13, before any document that is exchanged here. */
const OFFSET_MS = 7 * 3_600_000;

/** What is written in UTC with a year of four digits, after the year 0 that no calendar has. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is an RFC 3339 date-time with a zone, the calendar has it, and its year in UTC is 1 to 9999. */
export const isInstant = (text: string): boolean => !Number.isNaN(parsed(text));

/** Whether `text` is `yyyy-MM-dd`, and the calendar has that day and its beginning. */
export const isLocalDate = (text: string): boolean => DAY.test(text) && isInstant(midnight(text));

/**
 * Whole milliseconds; what is finer is cut off.
 *
 * @throws {RangeError} when `text` is not an RFC 3339 date-time with a zone, names an impossible day or time, or one
 * whose year in UTC is not 1 to 9999
 */
export const instant = (text: string): Instant => {
  const at = parsed(text);
  if (Number.isNaN(at)) throw new RangeError(`not an RFC 3339 date-time: ${text}`);
  return at;
};

/**
 * Not a number where there is no such time.
 *
 * Every event that is read bears a time or two. `Date.parse` alone takes 31 February for 2 March, and finding that out
 * by writing the time again costs four times as much as reading the digits where they stand.
 */
const parsed = (text: string): Instant => {
  if (!RFC_3339.test(text)) return Number.NaN;
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  // `Date.UTC` takes the years up to 99 for those of the century before.
  const midnightInUtc = Date.UTC(digits(text, 0, 4) + CYCLE_YEARS, month - 1, day) - CYCLE_MS;
  if (!isDay(midnightInUtc, month, day)) return Number.NaN;
  const at = midnightInUtc + clockOf(text, 11) + secondsOf(text) - zoneOf(text);
  return isWritable(at) ? at : Number.NaN;
};

/** After so many years the same days come again. */
const CYCLE_YEARS = 400;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CYCLE_MS = 146_097 * DAY_MS;

const isDay = (midnight: Instant, month: number, day: number): boolean => {
  const date = new Date(midnight);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
};

/** `hh:mm` */
const clockOf = (text: string, from: number): number => {
  const hours = digits(text, from, 2);
  const minutes = digits(text, from + 3, 2);
  return hours < 24 && minutes < 60 ? (hours * 60 + minutes) * MINUTE_MS : Number.NaN;
};

/** `ss` and a fraction, of which whole milliseconds count. */
const secondsOf = (text: string): number => {
  const seconds = digits(text, 17, 2);
  if (seconds >= 60) return Number.NaN;
  let milliseconds = 0;
  if (text.charAt(19) === '.') {
    for (let at = 20, unit = 100; unit >= 1; at += 1, unit /= 10) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      milliseconds += digit * unit;
    }
  }
  return seconds * 1_000 + milliseconds;
};

/** `Z`, or an offset at the end. */
const zoneOf = (text: string): number => {
  const sign = text.charAt(text.length - 6);
  if (sign === '+') return clockOf(text, text.length - 5);
  return sign === '-' ? -clockOf(text, text.length - 5) : 0;
};

const ZERO = 48;

/** The number that `count` digits from `from` on are. */
const digits = (text: string, from: number, count: number): number => {
  let value = 0;
  for (let at = from; at < from + count; at += 1) value = 10 * value + text.charCodeAt(at) - ZERO;
  return value;
};

const isWritable = (at: Instant): boolean => at >= FIRST && at <= LAST;

/**
 * RFC 3339 in UTC, as it travels on the wire; {@link instant} reads it back.
 *
 * @throws {RangeError} when the year is not 1 to 9999
 */
export const toRfc3339 = (at: Instant): string => {
  const written = lately[at & (LATELY - 1)];
  if (written?.at === at) return written.text;
  if (!isWritable(at)) throw new RangeError(`not a time of the years 1 to 9999: ${String(at)}`);
  const text = new Date(at).toISOString();
  lately[at & (LATELY - 1)] = { at, text };
  return text;
};

/** A power of two. */
const LATELY = 256;

/** Times that were written last, by their last bits: those of one batch, and of all that is said of one document, are few. */
const lately: { readonly at: Instant; readonly text: string }[] = [];

/** The day on which `at` falls in Vietnam. */
export const localDate = (at: Instant): LocalDate => {
  const number = Math.floor((at + OFFSET_MS) / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, date: dateOf(number) };
  return lastDay.date;
};

/** Most times that are asked for in a row fall on one day; writing a date costs as much as all else about it. */
let lastDay = { number: Number.NaN, date: '' };

/** @param number days since 1970-01-01 */
const dateOf = (number: number): LocalDate => new Date(number * DAY_MS).toISOString().slice(0, 10);

const LAST_DAY: LocalDate = '9999-12-31';

/** The next day; after the last day that can be written there is none, and it stays. */
export const dayAfter = (date: LocalDate): LocalDate =>
  date >= LAST_DAY ? LAST_DAY : localDate(startOf(date) + DAY_MS);

/** Midnight in Vietnam at which `date` begins. */
export const startOf = (date: LocalDate): Instant => instant(midnight(date));

const midnight = (date: LocalDate): string => `${date}T00:00:00+07:00`;

/** Where the present comes from; rules never ask it, they are told. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still: the present of a scenario. */
export const standingClock = (at: Instant): Clock => ({ now: () => at });
