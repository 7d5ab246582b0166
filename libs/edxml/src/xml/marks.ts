/** What is among some bytes, each a bit of a number. */
export const MARK = {
  /** Anything but white space. */
  text: 1,
  space: 2,
  carriageReturn: 4,
  ampersand: 8,
  /** `]`, which may begin `]]>`. */
  bracket: 16,
  /** A control character that XML forbids. */
  control: 32,
  /** The first byte of U+F000 to U+FFFF, the last two of which XML forbids. */
  last: 64,
  /** Neither white space nor a letter of base64. */
  notBase64: 128,
  /** Not of a byte: a CDATA section, where an ampersand is an ampersand. */
  literal: 256,
} as const;

const BASE64 = /[A-Za-z0-9+/=]/;
const SPACES: ReadonlyMap<number, number> = new Map([
  [0x09, MARK.space],
  [0x0a, MARK.space],
  [0x0d, MARK.space | MARK.carriageReturn],
  [0x20, MARK.space],
]);
const SPECIALS: ReadonlyMap<number, number> = new Map([
  [0x26, MARK.ampersand],
  [0x5d, MARK.bracket],
  [0xef, MARK.last],
]);
const FIRST_PRINTABLE = 0x20;

/** Bytes that are looked at together. */
const STRETCH = 64 * 1024;
const room = Buffer.alloc((STRETCH / 4) * 3);
/** `-` and `_`, which native code takes for letters too. */
const URL_LETTERS = [0x2d, 0x5f];

const marksOf = (byte: number): number => {
  const space = SPACES.get(byte);
  if (space !== undefined) return space;
  if (byte < FIRST_PRINTABLE) return MARK.text | MARK.notBase64 | MARK.control;
  if (BASE64.test(String.fromCharCode(byte))) return MARK.text;
  return MARK.text | MARK.notBase64 | (SPECIALS.get(byte) ?? 0);
};

const MARKS = Uint8Array.from({ length: 256 }, (_, byte) => marksOf(byte));

/** The marks of all bytes from `start` to before `end`: the one pass over them that sound text needs. */
export const marksIn = (bytes: Buffer, start: number, end: number): number => {
  let marks = 0;
  let at = start;
  for (; end - at >= STRETCH && isBase64(bytes, at); at += STRETCH) marks = MARK.text;
  for (; at < end; at += 1) marks |= MARKS[bytes[at] ?? 0] ?? 0;
  return marks;
};

/**
 * Whether the stretch at `at` is letters of base64 alone. Attachments are, and native code, which leaves out what it does
 * not know, tells it twice as fast as a loop.
 */
const isBase64 = (bytes: Buffer, at: number): boolean => {
  const stretch = bytes.subarray(at, at + STRETCH);
  const decoded = room.write(stretch.toString('latin1'), 'base64');
  return decoded === room.length && !URL_LETTERS.some((letter) => stretch.includes(letter));
};

/** How many bytes are no white space. */
export const countText = (bytes: Buffer, start: number, end: number): number => {
  let count = 0;
  for (let at = start; at < end; at += 1) count += (MARKS[bytes[at] ?? 0] ?? 0) & MARK.text;
  return count;
};

/** Where the first character begins that XML forbids, in sound UTF-8; −1 when there is none. */
export const forbiddenCharacterIn = (bytes: Uint8Array, start: number, end: number): number => {
  for (let at = start; at < end; at += 1) {
    const marks = MARKS[bytes[at] ?? 0] ?? 0;
    if ((marks & MARK.control) !== 0) return at;
    if ((marks & MARK.last) !== 0 && isNonCharacter(bytes, at)) return at;
  }
  return -1;
};

/** U+FFFE and U+FFFF are EF BF BE and EF BF BF. */
const isNonCharacter = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe;
