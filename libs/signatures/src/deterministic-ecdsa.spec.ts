import { createPrivateKey, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { integer, sequence } from './der.js';
import { keyFrom, signDeterministically } from './deterministic-ecdsa.js';

const hex = (digits: string): string => Buffer.from(digits, 'hex').toString('base64url');

/** The key of RFC 6979, A.2.5. */
const RFC_KEY = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    d: hex('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721'),
    x: hex('60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6'),
    y: hex('7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299'),
  },
});

const isSignedBy = (key: KeyObject, content: Uint8Array, value: Uint8Array): boolean =>
  verify('sha256', content, createPublicKey(key), value);

describe('a deterministic signature', () => {
  it.each([
    [
      'sample',
      0xefd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716n,
      0xf7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8n,
    ],
    [
      'test',
      0xf1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367n,
      0x019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083n,
    ],
  ])('of "%s" is that of RFC 6979, A.2.5', (text, r, s) => {
    const expected = sequence(integer(r), integer(s));
    expect(signDeterministically(Buffer.from(text), RFC_KEY)).toStrictEqual(expected);
  });

  it('of any content by any key is one that OpenSSL accepts, and for that content alone', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (content, identity) => {
        const key = keyFrom(identity);
        const value = signDeterministically(content, key);
        expect(isSignedBy(key, content, value)).toBe(true);
        expect(isSignedBy(key, Buffer.concat([content, Buffer.of(0)]), value)).toBe(false);
        expect(isSignedBy(keyFrom(`${identity} `), content, value)).toBe(false);
        expect(signDeterministically(content, key)).toStrictEqual(value);
      }),
      { seed: 30, numRuns: 100 },
    );
  });

  it('is made with a private key of P-256 alone', () => {
    expect(() => signDeterministically(Buffer.of(1), createPublicKey(RFC_KEY))).toThrow(TypeError);
  });
});
