import { type Instant, isLocalDate, type LocalDate, localDate, startOf } from '@lienthong/kernel';
import { UnwritablePacket } from './packet.errors.js';

const SECOND_MS = 1000;
const FIRST_SECOND = startOf('0001-01-02');
const LAST_SECOND = startOf('9999-12-31') + (24 * 3600 - 1) * SECOND_MS;

const VIETNAM_MINUTES = 7 * 60;

const DAY_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/;
const DATE_TIME =
  /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The day in `yyyy/MM/dd`, `dd/MM/yyyy` or with dashes, whatever time follows; a time with a zone says which day it is in
 * Vietnam. `undefined` when there is no such day.
 */
export const readDate = (text = ''): LocalDate | undefined => {
  const parts = partsOf(text);
  const at = parts[ZONE] === undefined ? undefined : timeOf(parts);
  return at === undefined ? dayOf(parts) : localDate(at);
};

/** The time behind such a day, on Vietnam's clock unless it has a zone; without a time, midnight. */
export const readTimestamp = (text = ''): Instant | undefined => timeOf(partsOf(text));

/** @throws {UnwritablePacket} when there is no such day */
export const writeDate = (date: LocalDate): string => {
  if (readDate(date) !== date) throw new UnwritablePacket(`not a day: ${date}`);
  return date.replaceAll('-', '/');
};

/**
 * Whole seconds; what is finer is cut off.
 *
 * @throws {UnwritablePacket} when it is not on a day of the years 1 to 9999
 */
export const writeTimestamp = (at: Instant): string => {
  if (!(at >= FIRST_SECOND && at <= LAST_SECOND)) {
    throw new UnwritablePacket(`not a time of the years 1 to 9999: ${String(at)}`);
  }
  const day = localDate(at);
  const time = new Date(at - startOf(day)).toISOString().slice(11, 19);
  return `${writeDate(day)} ${time}`;
};

type Parts = readonly (string | undefined)[];
/** Where the zone stands among the parts. */
const ZONE = 6;

const partsOf = (text: string): Parts =>
  DATE_TIME.exec(text.replace(DAY_FIRST, '$3/$2/$1'))?.slice(1) ?? [];

const timeOf = (parts: Parts): Instant | undefined => {
  const day = dayOf(parts);
  const second = secondOfDay(parts.slice(3));
  if (day === undefined || second === undefined) return undefined;
  return startOf(day) + (second + (VIETNAM_MINUTES - minutesEast(parts[ZONE])) * 60) * SECOND_MS;
};

const dayOf = ([year, month = '', day = '']: Parts): LocalDate | undefined => {
  if (year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
};

const secondOfDay = ([hour = '0', minute = '0', second = '0']: Parts): number | undefined =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
    : undefined;

/** What a zone is ahead of Greenwich. */
const minutesEast = (zone: string | undefined): number => {
  if (zone === undefined) return VIETNAM_MINUTES;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -ahead : ahead;
};
