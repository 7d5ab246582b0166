import { type DetachedSignature } from './signature.js';
import { MalformedSignatureHeader } from './signatures.errors.js';

export const SIGNATURE_HEADER = 'LienThong-Signature';

const MOST_SIGNATURES = 8;
/** Bytes; room for algorithms that are read and then found invalid. */
const LARGEST_VALUE = 512;
const LARGEST_CERTIFICATE = 4_096;
/** Characters. Node itself refuses a request whose headers have more than 16 KiB together. */
const LONGEST_HEADER = 15_000;

const MEMBER = /:([A-Za-z0-9+/]*={0,2}):; *cert=:([A-Za-z0-9+/]*={0,2}):/y;
const SEPARATOR = /[ \t]*,[ \t]*/y;

/**
 * The value of the header for `signatures`: a list of byte sequences, each with the certificate as its parameter
 * (RFC 8941), `:<base64>:;cert=:<base64>:, …`.
 */
export const formatSignatures = (signatures: readonly DetachedSignature[]): string =>
  signatures
    .map(({ value, certificate }) => `:${base64(value)}:;cert=:${base64(certificate)}:`)
    .join(', ');

/**
 * Strict: base64 is padded and has no spare bits, `cert` is there once and there is no other parameter, the list has 1 to
 * 8 members. Says nothing of what the bytes are.
 *
 * @param text the header's value without white space around it, as HTTP hands it over
 * @throws {MalformedSignatureHeader}
 */
export const parseSignatures = (text: string): readonly DetachedSignature[] => {
  if (text.length > LONGEST_HEADER)
    throw new MalformedSignatureHeader(`longer than ${String(LONGEST_HEADER)} characters`);
  const signatures: DetachedSignature[] = [];
  let at = 0;
  for (;;) {
    const [member, value = '', certificate = ''] = matched(MEMBER, text, at);
    signatures.push({
      value: decoded(value, LARGEST_VALUE),
      certificate: decoded(certificate, LARGEST_CERTIFICATE),
    });
    at += member.length;
    if (at === text.length) return signatures;
    if (signatures.length === MOST_SIGNATURES)
      throw new MalformedSignatureHeader(`more than ${String(MOST_SIGNATURES)} signatures`);
    at += matched(SEPARATOR, text, at)[0].length;
  }
};

const matched = (pattern: RegExp, text: string, at: number): RegExpExecArray => {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found !== null) return found;
  throw new MalformedSignatureHeader(
    `at character ${String(at + 1)}: expected :<base64>:;cert=:<base64>:, separated by commas`,
  );
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const decoded = (text: string, most: number): Uint8Array => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || base64(bytes) !== text)
    throw new MalformedSignatureHeader('base64 that is empty, unpadded or has spare bits');
  if (bytes.length > most)
    throw new MalformedSignatureHeader(`more than ${String(most)} bytes in one value`);
  return bytes;
};
