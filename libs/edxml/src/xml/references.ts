import { nextByte } from './find.js';

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const NUMBER_SIGN = 0x23;
const SMALL_X = 0x78;
const LAST_CODE_POINT = 0x10ffff;
/** The longest names that stand for something are `apos` and `quot`. */
const LONGEST_NAME = 4;
/** Bytes of a reference that a message repeats. */
const LONGEST_QUOTE = 32;

/** A name as one number, a byte at a time. */
const packed = (bytes: Uint8Array, start: number, end: number): number => {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 256 + (bytes[at] ?? 0);
  return number;
};

const PREDEFINED: ReadonlyMap<number, number> = new Map(
  Object.entries({ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }).map(([name, character]) => [
    packed(Buffer.from(name), 0, name.length),
    character.charCodeAt(0),
  ]),
);

/** Whoever hears of references: where one is in the text, or why it stands for nothing. */
export interface ReferenceListener {
  readonly met: (offset: number) => void;
  readonly refuse: (offset: number, reason: string) => never;
}

/** Goes over the references in a text. Only the five predefined entities exist. */
export const checkReferences = (run: Buffer, { met, refuse }: ReferenceListener): void => {
  for (let at = nextByte(run, AMPERSAND, 0); at < run.length;) {
    const end = nextByte(run, SEMICOLON, at);
    if (characterAt(run, at, end) === -1) refuse(at, complaintAt(run, at));
    met(at);
    at = nextByte(run, AMPERSAND, end);
  }
};

/** The text with its references replaced, once: what comes out of one is text. All of them were checked before. */
export const expandReferences = (run: Buffer): string => {
  let expanded = '';
  let done = 0;
  for (let at = nextByte(run, AMPERSAND, 0); at < run.length;) {
    const end = nextByte(run, SEMICOLON, at);
    expanded += run.toString('utf8', done, at) + String.fromCodePoint(characterAt(run, at, end));
    done = end + 1;
    at = nextByte(run, AMPERSAND, done);
  }
  return expanded + run.toString('utf8', done);
};

/** The character that the reference from `start`, its `&`, to `end`, its `;`, stands for; −1 when for none. */
const characterAt = (run: Buffer, start: number, end: number): number => {
  if (end === run.length) return -1;
  if (run[start + 1] === NUMBER_SIGN) return numberedCharacter(run, start + 2, end);
  if (end - start - 1 > LONGEST_NAME) return -1;
  return PREDEFINED.get(packed(run, start + 1, end)) ?? -1;
};

const numberedCharacter = (run: Buffer, start: number, end: number): number => {
  const isHexadecimal = run[start] === SMALL_X;
  const radix = isHexadecimal ? 16 : 10;
  const first = isHexadecimal ? start + 1 : start;
  let code = first < end ? 0 : -1;
  for (let at = first; at < end && code !== -1; at += 1) {
    const digit = digitOf(run[at] ?? 0, radix);
    code = digit === -1 || code > LAST_CODE_POINT ? -1 : code * radix + digit;
  }
  return isAllowed(code) ? code : -1;
};

/** Its value, −1 when the byte is no digit. */
const digitOf = (byte: number, radix: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return radix === 16 && letter >= 0 && letter < 6 ? letter + 10 : -1;
};

/** As XML 1.0 (2.2) has it. */
const isAllowed = (code: number): boolean => {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  if (code >= 0xd800 && code < 0xe000) return false;
  return code <= LAST_CODE_POINT && code !== 0xfffe && code !== 0xffff;
};

const complaintAt = (run: Buffer, at: number): string => {
  const [reference] = /^&#?\w+;/.exec(run.toString('utf8', at, at + LONGEST_QUOTE)) ?? [];
  return reference === undefined ? '& is written &amp;' : `${reference} stands for nothing`;
};
