import { isAscii, isUtf8 } from 'node:buffer';

/** A line by its number from 1 and the offset at which it starts. */
export interface Line {
  readonly number: number;
  readonly start: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LINE_ENDS = [LINE_FEED, CARRIAGE_RETURN];

/** Bytes that are looked at together: where most are sound, and where one is broken. */
const LONG_STRETCH = 64 * 1024;
const STRETCH = 1024;
const CHARACTER_LENGTHS = [1, 2, 3, 4];

/**
 * The line in which `offset` lies. A line ends with a line feed, a carriage return, or both.
 *
 * @param from a line that starts at or before `offset`
 */
export const lineAt = (bytes: Buffer, from: Line, offset: number): Line => {
  let line = from;
  for (let at = from.start; at < offset; at += LONG_STRETCH) {
    const end = Math.min(offset, at + LONG_STRETCH);
    const stretch = bytes.subarray(at, end);
    // Native code passes over what has no lines, which is what large packets are made of.
    if (LINE_ENDS.some((lineEnd) => stretch.includes(lineEnd))) line = lineIn(bytes, line, at, end);
  }
  return line;
};

const lineIn = (bytes: Buffer, from: Line, first: number, end: number): Line => {
  let { number, start } = from;
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at];
    const isEnd = byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
    if (!isEnd) continue;
    number += 1;
    start = at + 1;
  }
  return { number, start };
};

/** How many UTF-16 units the text has: what a column counts. */
export const lengthIn16 = (utf8: Buffer): number => {
  let length = 0;
  for (let start = 0; start < utf8.length;) {
    const end = endOfCharacter(utf8, start + LONG_STRETCH);
    const stretch = utf8.subarray(start, end);
    length += isAscii(stretch) ? stretch.length : stretch.toString().length;
    start = end;
  }
  return length;
};

/** `near`, or behind the character that it would cut in two. */
const endOfCharacter = (utf8: Buffer, near: number): number => {
  let end = near;
  while (end < utf8.length && ((utf8[end] ?? 0) & 0xc0) === 0x80) end += 1;
  return Math.min(end, utf8.length);
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
