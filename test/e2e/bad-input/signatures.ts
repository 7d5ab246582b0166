import { formatSignatures, SIGNATURE_HEADER } from '@lienthong/signatures';
import { SampleAuthority, signedWith } from '@lienthong/testing';
import { type BadInput, DOCUMENT, document, JSON_HEADERS } from './row.js';

const BODY = Buffer.from(JSON.stringify(DOCUMENT));
const SOUND = signedWith(new SampleAuthority().credential(DOCUMENT.from), BODY);
const { certificate } = SOUND;

const SOUND_HEADER = formatSignatures([SOUND]);
const [VALUE = ''] = SOUND_HEADER.split(';');

/** An unfit signature is recorded, and no row: these cannot be judged at all. */
const row =
  (status: number, code: string) =>
  ([what, header]: readonly [string, string]): BadInput => ({
    what: `${what} in the signature header`,
    ask: document({}, { headers: { ...JSON_HEADERS, [SIGNATURE_HEADER]: header } }),
    status,
    code,
    exitCode: 7,
  });

const malformed = [
  ['nothing', ''],
  ['a signature without its certificate', VALUE],
  ['a certificate of another name', SOUND_HEADER.replace('cert=', 'x5c=')],
  ['a certificate that is a string', `${VALUE};cert="MII="`],
  ['another parameter', `${SOUND_HEADER};alg="es256"`],
  ['base64 without padding', ':AQI:;cert=:AwQ=:'],
  ['base64 of URLs', ':_-8=:;cert=:AwQ=:'],
  ['a comma at the end', `${SOUND_HEADER},`],
  ['nine signatures', Array.from({ length: 9 }, () => ':AQI=:;cert=:AwQ=:').join(', ')],
  ['too many bytes', formatSignatures([{ ...SOUND, certificate: new Uint8Array(4_097) }])],
  ['too many characters', `:${'A'.repeat(15_000)}:;cert=:AwQ=:`],
] as const;

const withCertificate = (bytes: Uint8Array): string =>
  formatSignatures([{ ...SOUND, certificate: bytes }]);

const unreadable = [
  ['words for a certificate', withCertificate(Buffer.from('certificate'))],
  ['PEM for a certificate', withCertificate(Buffer.from('-----BEGIN CERTIFICATE-----\nMII='))],
  ['half a certificate', withCertificate(certificate.subarray(0, certificate.length / 2))],
  ['two certificates in one', withCertificate(Buffer.concat([certificate, certificate]))],
  ['deep nesting for a certificate', withCertificate(Buffer.from('30'.repeat(2_000), 'hex'))],
] as const;

export const badSignatures: readonly BadInput[] = [
  ...malformed.map(row(400, 'malformed-signature-header')),
  ...unreadable.map(row(422, 'unreadable-certificate')),
];
