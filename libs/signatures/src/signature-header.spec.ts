import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DetachedSignature } from './signature.js';
import { formatSignatures, parseSignatures } from './signature-header.js';
import { MalformedSignatureHeader } from './signatures.errors.js';

const PARAMETERS = { seed: 31, numRuns: 300 };

const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: 1, maxLength });

const signatures: fc.Arbitrary<readonly DetachedSignature[]> = fc.array(
  fc.record({ value: bytes(80), certificate: bytes(900) }),
  { minLength: 1, maxLength: 8 },
);

const plain = (list: readonly DetachedSignature[]): unknown =>
  list.map(({ value, certificate }) => [[...value], [...certificate]]);

const ONE = ':AQI=:;cert=:AwQ=:';

describe('the signature header', () => {
  it('is read as what was written', () => {
    fc.assert(
      fc.property(signatures, (list) => {
        expect(plain(parseSignatures(formatSignatures(list)))).toStrictEqual(plain(list));
      }),
      PARAMETERS,
    );
  });

  it.each([
    ['one signature', ONE, 1],
    ['spaces where RFC 8941 allows them', `:AQI=:;  cert=:AwQ=:\t,\t ${ONE}`, 2],
    ['eight signatures', Array.from({ length: 8 }, () => ONE).join(','), 8],
  ])('may have %s', (_what, header, length) => {
    const parsed = parseSignatures(header);
    expect(parsed).toHaveLength(length);
    expect(plain(parsed.slice(0, 1))).toStrictEqual([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['spaces alone', '   '],
    ['a space before it', ` ${ONE}`],
    ['no certificate', ':AQI=:'],
    ['a certificate of another name', ':AQI=:;crt=:AwQ=:'],
    ['two certificates', `${ONE};cert=:AwQ=:`],
    ['another parameter', `${ONE};alg="es256"`],
    ['a parameter before the certificate', ':AQI=:;a=1;cert=:AwQ=:'],
    ['a certificate that is a string', ':AQI=:;cert="AwQ="'],
    ['a signature that is a token', 'AQI;cert=:AwQ=:'],
    ['an inner list', `(${ONE})`],
    ['base64 without padding', ':AQI:;cert=:AwQ=:'],
    ['base64 with spare bits', ':AQJ=:;cert=:AwQ=:'],
    ['base64 of the URL alphabet', ':_-8=:;cert=:AwQ=:'],
    ['base64 over two lines', ':AQ\nI=:;cert=:AwQ=:'],
    ['an empty signature', '::;cert=:AwQ=:'],
    ['an empty certificate', ':AQI=:;cert=::'],
    ['a comma at the end', `${ONE},`],
    ['two commas', `${ONE},,${ONE}`],
    ['a semicolon between signatures', `${ONE};${ONE}`],
    ['a letter behind it', `${ONE}x`],
    ['a space before a semicolon', ':AQI=: ;cert=:AwQ=:'],
    ['look-alike letters', ':AQI=:;сert=:AwQ=:'],
    ['nine signatures', Array.from({ length: 9 }, () => ONE).join(', ')],
    [
      'a signature of 513 bytes',
      formatSignatures([{ value: new Uint8Array(513), certificate: Buffer.of(1) }]),
    ],
    [
      'a certificate of 4,097 bytes',
      formatSignatures([{ value: Buffer.of(1), certificate: new Uint8Array(4_097) }]),
    ],
    ['15,001 characters', ONE + ' '.repeat(15_001 - ONE.length)],
  ])('is refused with %s', (_what, header) => {
    expect(() => parseSignatures(header)).toThrow(MalformedSignatureHeader);
  });

  it('is read or refused, whatever stands in it', () => {
    const pieces = fc.constantFrom(':', ';', ',', ' ', 'cert=', 'AQI=', 'AwQ=', ONE, '=', '"');
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const list = parseSignatures(text);
          expect(plain(parseSignatures(formatSignatures(list)))).toStrictEqual(plain(list));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedSignatureHeader);
        }
      }),
      PARAMETERS,
    );
  });
});
