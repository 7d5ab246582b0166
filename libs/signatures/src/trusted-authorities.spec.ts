import { describe, expect, it } from '@jest/globals';
import { startOf } from '@lienthong/kernel';
import { SampleAuthority } from '@lienthong/testing';
import { readCertificate } from './read-certificate.js';
import { TrustNotValid } from './signatures.errors.js';
import { issueAuthority, issueRoot, pemOf } from './test-authority.js';
import { TrustedAuthorities } from './trusted-authorities.js';

const { from, to } = { from: startOf('2018-01-01'), to: startOf('2030-01-01') };
const sample = new SampleAuthority();
const own = sample.credential('000.00.13.H39');
const root = pemOf(sample.root.certificate);
const authority = pemOf(sample.authority.certificate);

const named = (commonName: string) => ({ seed: 's', name: { country: 'VN', commonName } });
const lower = issueAuthority(sample.authority, { ...named('Dưới'), validity: { from, to } });
const lowest = issueAuthority(lower, { ...named('Dưới cùng'), validity: { from: 0, to: to + 1 } });

const above = (bundle: string, certificate: Uint8Array) =>
  TrustedAuthorities.fromPem(bundle).above(readCertificate(certificate));

describe('the trusted authorities', () => {
  it('hold as long as all above a certificate do', () => {
    const bundle = [lowest, lower].map(({ certificate }) => pemOf(certificate)).join('');
    const all = `${bundle}${authority}some words\n${root}`;
    expect(above(all, lowest.certificate)).toStrictEqual({ from, to });
    expect(above(all, lower.certificate)?.from).toBe(startOf('2016-01-01'));
  });

  it.each([
    ['another root of the same name', new SampleAuthority('other').bundle],
    ['the root alone, above an authority that is not there', root],
    [
      'an authority of another name',
      root +
        pemOf(
          issueAuthority(sample.root, { ...named('Khác'), validity: { from, to } }).certificate,
        ),
    ],
  ])('that are %s know nothing of a certificate', (_what, bundle) => {
    expect(above(bundle, own.certificate)).toBeUndefined();
    expect(above(sample.bundle, own.certificate)).toBeDefined();
  });

  it('know nothing of anything where there are none', () => {
    expect(TrustedAuthorities.none.above(readCertificate(own.certificate))).toBeUndefined();
  });

  it.each([
    ['no certificate', 'some words', /no certificate/],
    ['none but an authority', authority, /no root.*CN=Cơ quan nhà nước/],
    [
      'a certificate that issues none',
      root + pemOf(own.certificate),
      /certificate 2: .*issue none/,
    ],
    [
      'one that is cut short',
      root.replace(/[A-Za-z0-9+/=]{40}\n-----END/, '\n-----END'),
      /certificate 1: /,
    ],
    ['an authority of a namesake', new SampleAuthority('x').bundle + authority, /no root/],
    [
      'a root that did not sign itself',
      pemOf(
        issueAuthority(
          { ...sample.root, key: issueRoot({ ...named('x'), validity: { from, to } }).key },
          { ...named('Gốc'), validity: { from, to } },
        ).certificate,
      ),
      /no root/,
    ],
  ])('cannot be %s', (_what, bundle, said) => {
    const reading = (): unknown => TrustedAuthorities.fromPem(bundle);
    expect(reading).toThrow(TrustNotValid);
    expect(reading).toThrow(said);
  });
});
