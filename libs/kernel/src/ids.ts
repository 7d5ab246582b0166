import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BITS = 130;

/** SHA-256 of `content`, 64 lower-case hexadecimal digits. Names objects and compares inputs. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * The same parts give the same id, for ever: 26 characters of `[a-z2-7]`, 130 bits of SHA-256.
 *
 * Parts are framed by their length, so `['ab', 'c']` and `['a', 'bc']` differ.
 */
export const deriveId = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(Buffer.byteLength(part))}:${part}`);
  return base32(hash.digest(), ID_BITS);
};

const base32 = (bytes: Uint8Array, bits: number): string => {
  let text = '';
  for (let at = 0; at < bits; at += 5) {
    const byte = at >> 3;
    const window = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0);
    text += BASE32.charAt((window >> (11 - (at & 7))) & 31);
  }
  return text;
};
