/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day in Asia/Ho_Chi_Minh, `yyyy-MM-dd`; such days sort as text. */
export type LocalDate = string;

/** Vietnam keeps UTC+7 without daylight saving since 1975-06-13, before any document that is exchanged here. */
const OFFSET_MS = 7 * 3_600_000;

/** What is written in UTC with a year of four digits, after the year 0 that no calendar has. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:(\.\d{1,3})\d*)?(Z|[+-]\d{2}:\d{2})$/;
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

/** Not a number where there is no such time: `Date.parse` alone takes 31 February for 2 March. */
const parsed = (text: string): Instant => {
  const [, clock, fraction = '', zone] = RFC_3339.exec(text.toUpperCase()) ?? [];
  if (clock === undefined || zone === undefined) return Number.NaN;
  const inUtc = Date.parse(`${clock}Z`);
  const exists = !Number.isNaN(inUtc) && new Date(inUtc).toISOString().startsWith(clock);
  const at = exists ? Date.parse(`${clock}${fraction}${zone}`) : Number.NaN;
  return isWritable(at) ? at : Number.NaN;
};

const isWritable = (at: Instant): boolean => at >= FIRST && at <= LAST;

/**
 * RFC 3339 in UTC, as it travels on the wire; {@link instant} reads it back.
 *
 * @throws {RangeError} when the year is not 1 to 9999
 */
export const toRfc3339 = (at: Instant): string => {
  if (!isWritable(at)) throw new RangeError(`not a time of the years 1 to 9999: ${String(at)}`);
  return new Date(at).toISOString();
};

/** The day on which `at` falls in Vietnam. */
export const localDate = (at: Instant): LocalDate =>
  new Date(at + OFFSET_MS).toISOString().slice(0, 10);

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
