import { isAscii, isUtf8 } from 'node:buffer';

/** A line by its number from 1 and the offset at which it starts. */
export interface Line {
  readonly number: number;
  readonly start: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Bytes that are looked at together where a broken character is searched for. */
const STRETCH = 1024;
const CHARACTER_LENGTHS = [1, 2, 3, 4];

/**
 * The line in which `offset` lies. A line ends with a line feed, a carriage return, or both.
 *
 * @param from a line that starts at or before `offset`
 */
export const lineAt = (bytes: Buffer, from: Line, offset: number): Line => {
  const before = bytes.subarray(0, offset);
  let { number, start } = from;
  let feed = before.indexOf(LINE_FEED, start);
  let carriage = loneReturn(before, start, bytes[offset]);
  while (feed !== -1 || carriage !== -1) {
    const isFeed = carriage === -1 || (feed !== -1 && feed < carriage);
    start = (isFeed ? feed : carriage) + 1;
    number += 1;
    if (isFeed) feed = before.indexOf(LINE_FEED, start);
    else carriage = loneReturn(before, start, bytes[offset]);
  }
  return { number, start };
};

/** A carriage return that no line feed follows; `behind` is the byte behind `bytes`. */
const loneReturn = (bytes: Buffer, start: number, behind: number | undefined): number => {
  let at = bytes.indexOf(CARRIAGE_RETURN, start);
  while (at !== -1 && (at + 1 < bytes.length ? bytes[at + 1] : behind) === LINE_FEED) {
    at = bytes.indexOf(CARRIAGE_RETURN, at + 1);
  }
  return at;
};

/** How many UTF-16 units the text has: what a column counts. */
export const lengthIn16 = (utf8: Buffer): number => {
  if (isAscii(utf8)) return utf8.length;
  let length = 0;
  let at = 0;
  while (at < utf8.length) {
    const byte = utf8[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    at += 1;
  }
  return length;
};

/** Where in `bytes`, which are not UTF-8, the first broken character begins. */
export const brokenCharacterIn = (bytes: Buffer): number => {
  let at = 0;
  for (;;) {
    const step = soundStretchAt(bytes, at) ?? soundCharacterAt(bytes, at);
    if (step === undefined) return at;
    at += step;
  }
};

const soundStretchAt = (bytes: Buffer, at: number): number | undefined =>
  at + STRETCH <= bytes.length && isUtf8(bytes.subarray(at, at + STRETCH)) ? STRETCH : undefined;

const soundCharacterAt = (bytes: Buffer, at: number): number | undefined =>
  CHARACTER_LENGTHS.find((length) => isUtf8(bytes.subarray(at, at + length)));
