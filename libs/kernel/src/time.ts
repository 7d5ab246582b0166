/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar day in Asia/Ho_Chi_Minh, `yyyy-MM-dd`; such days sort as text. */
export type LocalDate = string;

/** Vietnam keeps UTC+7 without daylight saving since 1975-06-13, before any document that is exchanged here. */
const OFFSET_MS = 7 * 3_600_000;

const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is an RFC 3339 date-time with a zone, and the calendar has it. */
export const isInstant = (text: string): boolean => !Number.isNaN(parsed(text));

/** Whether `text` is `yyyy-MM-dd`, and the calendar has that day. */
export const isLocalDate = (text: string): boolean => DAY.test(text) && isInstant(midnight(text));

/** @throws {RangeError} when `text` is not an RFC 3339 date-time with a zone, or names an impossible day or time */
export const instant = (text: string): Instant => {
  const at = parsed(text);
  if (Number.isNaN(at)) throw new RangeError(`not an RFC 3339 date-time: ${text}`);
  return at;
};

/** Not a number where there is no such time: `Date.parse` alone takes 31 February for 2 March. */
const parsed = (text: string): Instant => {
  const clock = RFC_3339.exec(text)?.[1];
  if (clock === undefined) return Number.NaN;
  const inUtc = Date.parse(`${clock}Z`);
  const exists = !Number.isNaN(inUtc) && toRfc3339(inUtc).startsWith(clock);
  return exists ? Date.parse(text) : Number.NaN;
};

/** RFC 3339 in UTC, as it travels on the wire. */
export const toRfc3339 = (at: Instant): string => new Date(at).toISOString();

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
