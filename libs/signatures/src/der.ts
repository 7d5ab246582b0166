/** What a certificate and a signature are written with: the distinguished encoding (ITU-T X.690) of a few ASN.1 types. */

const LONG_FORM = 0x80;
const CONSTRUCTED_CONTEXT = 0xa0;

const encoded = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
};

const lengthOf = ({ length }: Buffer): Buffer => {
  if (length < LONG_FORM) return Buffer.of(length);
  const bytes = bytesOf(BigInt(length));
  return Buffer.concat([Buffer.of(LONG_FORM | bytes.length), bytes]);
};

/** Big-endian, with zeros before it up to `least` bytes. */
export const bytesOf = (value: bigint, least = 1): Buffer => {
  const digits = value.toString(16);
  const length = Math.max(least, Math.ceil(digits.length / 2));
  return Buffer.from(digits.padStart(2 * length, '0'), 'hex');
};

/** Big-endian, not negative. */
export const numberOf = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** @param value not negative */
export const integer = (value: bigint): Buffer => {
  const bytes = bytesOf(value);
  const looksNegative = (bytes[0] ?? 0) >= LONG_FORM;
  return encoded(0x02, ...(looksNegative ? [Buffer.of(0)] : []), bytes);
};

export const truth = (): Buffer => encoded(0x01, Buffer.of(0xff));

/** @param unusedBits at the end of the last byte */
export const bitString = (bits: Uint8Array, unusedBits = 0): Buffer =>
  encoded(0x03, Buffer.of(unusedBits), bits);

export const octetString = (bytes: Uint8Array): Buffer => encoded(0x04, bytes);

/** @param dotted `1.2.840.10045.2.1` */
export const objectIdentifier = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return encoded(0x06, Buffer.from([first * 40 + second, ...others].flatMap(base128)));
};

const base128 = (arc: number): readonly number[] => {
  const digits = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
};

export const utf8String = (text: string): Buffer => encoded(0x0c, Buffer.from(text));

/** @param text letters, digits and few signs of ASCII */
export const printableString = (text: string): Buffer => encoded(0x13, Buffer.from(text));

const CENTURY_ENDS = Date.UTC(2050, 0);

/** As RFC 5280, 4.1.2.5 wants it: two digits of the year up to 2049, four from then on. Whole seconds. */
export const time = (at: number): Buffer => {
  const digits = new Date(at).toISOString().replaceAll(/\..*|\D/g, '');
  return at < CENTURY_ENDS
    ? encoded(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : encoded(0x18, Buffer.from(`${digits}Z`));
};

export const sequence = (...items: readonly Uint8Array[]): Buffer => encoded(0x30, ...items);

/** Of one element. */
export const setOf = (item: Uint8Array): Buffer => encoded(0x31, item);

/** `[number] EXPLICIT` */
export const explicit = (number: number, item: Uint8Array): Buffer =>
  encoded(CONSTRUCTED_CONTEXT | number, item);

/** `[number] IMPLICIT` of a primitive type. */
export const implicit = (number: number, content: Uint8Array): Buffer =>
  encoded(LONG_FORM | number, content);
