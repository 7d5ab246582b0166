import 'reflect-metadata';
import { KeyObject, sign, webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { startOf } from '@lienthong/kernel';
import { SampleAuthority, signedWith } from '@lienthong/testing';
import * as second from '@peculiar/x509';
import fc from 'fast-check';
import { readCertificate } from './read-certificate.js';
import { type DetachedSignature, type Judgement } from './signature.js';
import { type SignedContent, SignatureVerifier } from './signature-verifier.js';
import { UnreadableCertificate } from './signatures.errors.js';
import { type Credential, issueCertificate } from './test-authority.js';
import { TrustedAuthorities } from './trusted-authorities.js';
import { AGENCY_CODE, HOLDER_USAGES } from './usages.js';

const CODE = '000.00.13.H39';
const AT = startOf('2020-03-02');
const BYTES = Buffer.from('a document');

const sample = new SampleAuthority();
const foreign = new SampleAuthority('foreign');
const own = sample.credential(CODE);
const verifier = new SignatureVerifier(TrustedAuthorities.fromPem(sample.bundle));

const bears =
  (...codes: readonly string[]) =>
  (code: string): boolean =>
    codes.includes(code);

const judged = (
  signature: DetachedSignature,
  told: Partial<SignedContent> = {},
): Promise<Judgement> =>
  verifier.judge(signature, { bytes: BYTES, at: AT, isSenders: bears(CODE, 'H39.13'), ...told });

const outcomeOf = async (
  credential: Credential,
  told: Partial<SignedContent> = {},
): Promise<string> => (await judged(signedWith(credential, BYTES), told)).outcome;

const validity = { from: startOf('2020-01-01'), to: startOf('2020-07-01') - 1_000 };
const short = sample.credential(CODE, 'organisation', validity);

describe('a signature', () => {
  it('is judged with the holder and the serial of its certificate', async () => {
    const person = sample.credential(CODE, 'person');
    const { serial } = readCertificate(person.certificate);
    expect(await judged(signedWith(person, BYTES))).toStrictEqual({
      holder: 'person',
      outcome: 'verified',
      serial,
    });
    expect(await judged(signedWith(own, BYTES))).toMatchObject({
      holder: 'organisation',
      outcome: 'verified',
    });
    expect(serial).toMatch(/^([0-9a-f]{2}){16}$/);
  });

  it('of the sender by whichever of his codes is verified', async () => {
    expect(await outcomeOf(sample.credential('H39.13'))).toBe('verified');
  });

  it('does not hold for anything else', async () => {
    const altered = Buffer.from('another document');
    expect(await outcomeOf(own, { bytes: altered })).toBe('invalid');
    const of = signedWith(own, BYTES);
    expect(await judged({ ...of, value: Buffer.of(1, 2, 3) })).toMatchObject({
      outcome: 'invalid',
    });
    expect(await judged({ ...of, value: Buffer.concat([of.value, Buffer.of(0)]) })).toMatchObject({
      outcome: 'invalid',
    });
    expect(await judged({ ...of, certificate: short.certificate })).toMatchObject({
      outcome: 'invalid',
    });
  });

  it('by another agency’s certificate is invalid', async () => {
    expect(await outcomeOf(sample.credential('000.00.14.H39'))).toBe('invalid');
    expect(await outcomeOf(own, { isSenders: bears('000.00.14.H39') })).toBe('invalid');
  });

  it('by a certificate of somebody who is not trusted has an unknown issuer', async () => {
    expect(await outcomeOf(foreign.credential(CODE))).toBe('unknown-issuer');
  });

  it('by a certificate that an agency issued has an unknown issuer', async () => {
    const name = { country: 'VN', commonName: 'Sở Mẫu', agencyCode: CODE };
    const agency = {
      ...own,
      name: { ...name, organisation: 'Sở Mẫu', commonName: 'organisation' },
    };
    const below = issueCertificate(agency, 'organisation', { seed: 's', name, validity });
    expect(await outcomeOf(below)).toBe('unknown-issuer');
  });

  it('by an authority itself is invalid', async () => {
    expect(await outcomeOf(sample.authority)).toBe('invalid');
  });

  it.each([
    ['a second before its certificate begins', 'expired', validity.from - 1_000],
    ['when its certificate begins', 'verified', validity.from],
    ['in the last second of its certificate', 'verified', validity.to + 999],
    ['when its certificate has ended', 'expired', validity.to + 1_000],
  ])('%s is %s', async (_what, outcome, at) => {
    expect(await outcomeOf(short, { at })).toBe(outcome);
  });

  it('is expired when an authority above it is, however long its certificate says', async () => {
    const late = startOf('2046-01-01');
    const long = sample.credential(CODE, 'organisation', { from: AT, to: late + 1_000_000 });
    expect(await outcomeOf(long, { at: late - 1 })).toBe('verified');
    expect(await outcomeOf(long, { at: late })).toBe('expired');
  });

  it('has what weighs most said of it, where much is wrong', async () => {
    const late = { at: startOf('2031-01-01') };
    const stranger = foreign.credential('000.00.14.H39');
    expect(await outcomeOf(stranger, { ...late, bytes: Buffer.of(0) })).toBe('invalid');
    expect(await outcomeOf(stranger, late)).toBe('unknown-issuer');
    expect(await outcomeOf(sample.credential('000.00.14.H39'), late)).toBe('invalid');
    expect(await outcomeOf(own, late)).toBe('expired');
  });

  it('is judged anew for each content, by a certificate that is remembered', async () => {
    for (const word of ['one', 'two']) {
      const bytes = Buffer.from(word);
      const signature = signedWith(own, bytes);
      expect(await judged(signature, { bytes })).toMatchObject({ outcome: 'verified' });
      expect(await judged(signature)).toMatchObject({ outcome: 'invalid' });
    }
  });
});

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const P384 = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2_048,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const { organisation, person } = HOLDER_USAGES;
const TLS_SERVER = '1.3.6.1.5.5.7.3.1';

/** What the trusted authority might issue too, written by another implementation. */
const signedByOther = async (
  algorithm: typeof P256 | typeof RSA,
  usages: readonly string[],
): Promise<DetachedSignature> => {
  const { subtle } = webcrypto;
  const pkcs8 = sample.authority.key.export({ type: 'pkcs8', format: 'der' });
  const signingKey = await subtle.importKey('pkcs8', pkcs8, P256, false, ['sign']);
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { subjectName } = new second.X509Certificate(sample.authority.certificate);
  const { rawData } = await second.X509CertificateGenerator.create({
    issuer: subjectName.toJSON(),
    subject: [{ CN: ['Sở Mẫu'] }, { [AGENCY_CODE.objectIdentifier]: [CODE] }],
    notBefore: new Date(startOf('2020-01-01')),
    notAfter: new Date(startOf('2021-01-01')),
    signingKey,
    signingAlgorithm: P256,
    publicKey: keys.publicKey,
    extensions: usages.length === 0 ? [] : [new second.ExtendedKeyUsageExtension([...usages])],
  });
  const secret = KeyObject.from(keys.privateKey);
  return { value: sign('sha256', BYTES, secret), certificate: Buffer.from(rawData) };
};

describe('a certificate', () => {
  it.each([
    ['to sign as an organisation', P256, [organisation], 'organisation', 'verified'],
    [
      'to sign as an organisation, and more',
      P256,
      [TLS_SERVER, organisation],
      'organisation',
      'verified',
    ],
    ['to sign as a person', P256, [person], 'person', 'verified'],
    ['to sign as both', P256, [organisation, person], 'person', 'invalid'],
    ['for a server', P256, [TLS_SERVER], 'person', 'invalid'],
    ['for anything', P256, [], 'person', 'invalid'],
    ['of another curve', P384, [organisation], 'organisation', 'invalid'],
    ['of RSA', RSA, [organisation], 'organisation', 'invalid'],
  ])('%s is judged so', async (...[, algorithm, usages, holder, outcome]) => {
    const signature = await signedByOther(algorithm, usages);
    expect(await judged(signature)).toMatchObject({ holder, outcome });
  });

  it('says that it is an organisation’s, or is a person’s', () => {
    expect(readCertificate(own.certificate)).toMatchObject({
      holder: 'organisation',
      signsDocuments: true,
    });
    expect(readCertificate(sample.root.certificate)).toMatchObject({
      holder: 'person',
      signsDocuments: false,
    });
  });

  it('does not get an agency’s code by a trick in a name', () => {
    const line = `Sở\norganizationIdentifier=${CODE}`;
    const agencies = [
      { organisation: line },
      { organisation: `Sở\\\norganizationIdentifier=${CODE}\n` },
      { agencyCode: `${CODE}\n` },
      { agencyCode: `${CODE} ` },
      { agencyCode: `x\norganizationIdentifier=${CODE}` },
      { agencyCode: '000.00.13.H39\u0000' },
      { agencyCode: '' },
      {},
    ].map((name) =>
      issueCertificate(sample.authority, 'organisation', {
        seed: 's',
        name: { country: 'VN', commonName: line, ...name },
        validity,
      }),
    );
    for (const { certificate } of agencies)
      expect(readCertificate(certificate).agencyCode).toBeUndefined();
  });

  const sound = Buffer.from(own.certificate);
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('certificate')],
    ['zeros', Buffer.alloc(4_096)],
    ['one in PEM', Buffer.from(sample.bundle)],
    ['one that is cut short', sound.subarray(0, -1)],
    ['one with a byte behind it', Buffer.concat([sound, Buffer.of(0)])],
    ['two', Buffer.concat([sound, sound])],
    [
      'one with a length that is not the shortest',
      Buffer.concat([Buffer.of(0x30, 0x83, 0), sound.subarray(2)]),
    ],
    ['deep nesting', Buffer.from('30807f'.repeat(1_365), 'hex')],
    ['a length of gigabytes', Buffer.concat([Buffer.from('3084ffffffff', 'hex'), sound])],
  ])('is not %s', (_what, der) => {
    expect(() => readCertificate(der)).toThrow(UnreadableCertificate);
  });

  it('that was tampered with is never believed, and never does harm', async () => {
    const change = fc.record({
      at: fc.nat({ max: sound.length - 1 }),
      to: fc.nat({ max: 255 }),
      cut: fc.option(fc.nat({ max: sound.length }), { freq: 8 }),
    });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to, cut }) => {
        const certificate = Buffer.from(sound.subarray(0, cut ?? sound.length));
        if (at < certificate.length) certificate[at] = to;
        fc.pre(!certificate.equals(sound));
        try {
          const { outcome } = await judged({ ...signedWith(own, BYTES), certificate });
          seen.add(outcome);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableCertificate);
          seen.add('unreadable');
        }
      }),
      { seed: 33, numRuns: 1_000 },
    );
    expect(seen).toStrictEqual(new Set(['unreadable', 'unknown-issuer', 'invalid']));
  });
});
