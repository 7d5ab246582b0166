import {
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
} from 'node:crypto';
import { sha256 } from '@lienthong/kernel';
import { bytesOf, integer, numberOf, sequence } from './der.js';

const CURVE = 'prime256v1';
const BYTES = 32;
/** Order of the base point of P-256 (NIST SP 800-186, 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * A private key of P-256 that follows from `identity`: the same text gives the same key, for ever.
 *
 * Whoever knows the text has the key, so such keys prove nothing. They are for tests and mocks.
 */
export const keyFrom = (identity: string): KeyObject => {
  const secret = secretFrom(identity);
  const [x, y] = coordinates(secret);
  const key = {
    kty: 'EC',
    crv: 'P-256',
    d: bytesOf(secret, BYTES).toString('base64url'),
    x: x.toString('base64url'),
    y: y.toString('base64url'),
  };
  return createPrivateKey({ key, format: 'jwk' });
};

/** The point of a private or public key of P-256, uncompressed. */
export const publicPoint = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = publicHalf(key).export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
};

/**
 * ECDSA with P-256 and SHA-256 as `openssl dgst -sha256 -sign` writes it, in DER; but the same bytes each time (RFC 6979).
 *
 * The arithmetic is not done in constant time. A key that protects something signs in its device, or with `node:crypto`.
 *
 * @param key private, of P-256
 */
export const signDeterministically = (content: Uint8Array, key: KeyObject): Uint8Array => {
  const secret = secretOf(key);
  const hash = createHash('sha256').update(content).digest();
  const nextNonce = nonces(secret, hash);
  for (;;) {
    const nonce = nextNonce();
    const r = numberOf(coordinates(nonce)[0]) % ORDER;
    const s = (inverse(nonce) * (numberOf(hash) + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s));
  }
};

const publicHalf = (key: KeyObject): KeyObject =>
  key.type === 'private' ? createPublicKey(key) : key;

const secretFrom = (identity: string): bigint => {
  for (let attempt = 0; ; attempt += 1) {
    const candidate = BigInt(`0x${sha256(JSON.stringify([identity, attempt]))}`);
    if (isInRange(candidate)) return candidate;
  }
};

const secretOf = (key: KeyObject): bigint => {
  const { crv, d } = key.export({ format: 'jwk' });
  if (crv !== 'P-256' || d === undefined) throw new TypeError('not a private key of P-256');
  return numberOf(Buffer.from(d, 'base64url'));
};

/** Of the base point, taken `times`. */
const coordinates = (times: bigint): readonly [x: Buffer, y: Buffer] => {
  const curve = createECDH(CURVE);
  curve.setPrivateKey(bytesOf(times, BYTES));
  const point = curve.getPublicKey();
  return [point.subarray(1, 1 + BYTES), point.subarray(1 + BYTES)];
};

/** RFC 6979, 3.2; the hash is as long as the order. */
const nonces = (secret: bigint, hash: Buffer): (() => bigint) => {
  const input = Buffer.concat([bytesOf(secret, BYTES), bytesOf(numberOf(hash) % ORDER, BYTES)]);
  let value: Buffer = Buffer.alloc(BYTES, 1);
  let key: Buffer = Buffer.alloc(BYTES, 0);
  for (const step of [0, 1]) {
    key = hmac(key, value, Buffer.of(step), input);
    value = hmac(key, value);
  }
  return () => {
    for (;;) {
      value = hmac(key, value);
      const candidate = numberOf(value);
      key = hmac(key, value, Buffer.of(0));
      value = hmac(key, value);
      if (isInRange(candidate)) return candidate;
    }
  };
};

const hmac = (key: Buffer, ...parts: readonly Buffer[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest();

const isInRange = (candidate: bigint): boolean => candidate > 0n && candidate < ORDER;

/** Modulo the order, by Euclid's algorithm. */
const inverse = (of: bigint): bigint => {
  let [rest, next] = [ORDER, of];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % ORDER) + ORDER) % ORDER;
};
