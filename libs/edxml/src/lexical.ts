import { type Instant, isLocalDate, type LocalDate, localDate, startOf } from '@lienthong/kernel';
import { UnwritablePacket } from './packet.errors.js';

const SECOND_MS = 1000;
const FIRST_SECOND = startOf('0001-01-02');
const LAST_SECOND = startOf('9999-12-31') + (24 * 3600 - 1) * SECOND_MS;

const DAY_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/;
const DATE_TIME = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** The day in `yyyy/MM/dd` or `dd/MM/yyyy`, whatever time follows; `undefined` when there is no such day. */
export const readDate = (text = ''): LocalDate | undefined => dayOf(partsOf(text));

/** The time in `yyyy/MM/dd HH:mm:ss` or `dd/MM/yyyy HH:mm:ss`, on Vietnam's clock; without a time, midnight. */
export const readTimestamp = (text = ''): Instant | undefined => {
  const parts = partsOf(text);
  const day = dayOf(parts);
  const second = secondOfDay(parts.slice(3));
  return day === undefined || second === undefined ? undefined : startOf(day) + second * SECOND_MS;
};

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

const partsOf = (text: string): Parts =>
  DATE_TIME.exec(text.replace(DAY_FIRST, '$3/$2/$1'))?.slice(1) ?? [];

const dayOf = ([year, month = '', day = '']: Parts): LocalDate | undefined => {
  if (year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
};

const secondOfDay = ([hour = '0', minute = '0', second = '0']: Parts): number | undefined =>
  Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
    : undefined;
