import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startOf } from '@lienthong/kernel';
import { SampleAuthority } from '@lienthong/testing';
import * as second from '@peculiar/x509';
import fc from 'fast-check';
import { signDeterministically } from './deterministic-ecdsa.js';
import { issueCertificate, issueRoot, pemOf } from './test-authority.js';

const CODE = '000.00.13.H39';
const sample = new SampleAuthority();
const credential = sample.credential(CODE);
const name = { country: 'VN', commonName: 'Gốc' };

describe('the test authority', () => {
  it('gives the same certificates for the same seed, and others for another', () => {
    const [again, other] = [new SampleAuthority(), new SampleAuthority('other')];
    expect(again.bundle).toBe(sample.bundle);
    expect(again.credential(CODE).certificate).toStrictEqual(credential.certificate);
    expect(other.bundle).not.toBe(sample.bundle);
    expect(other.credential(CODE).certificate).not.toStrictEqual(credential.certificate);
  });

  it('gives everybody a key and a serial of his own, and a renewal new ones', () => {
    const late = { from: startOf('2024-03-12'), to: startOf('2029-03-12') - 1 };
    const issued = [
      credential,
      sample.credential('H39.13'),
      sample.credential(CODE, 'person'),
      sample.credential(CODE, 'organisation', late),
    ].map(({ certificate }) => new X509Certificate(certificate));
    expect(new Set(issued.map(({ serialNumber }) => serialNumber)).size).toBe(4);
    expect(
      new Set(issued.map(({ publicKey }) => publicKey.export({ type: 'spki', format: 'pem' })))
        .size,
    ).toBe(4);
  });

  it('names who it is for, under the root and the authority for agencies', () => {
    const { subject, issuer, validFrom, validTo, ca, keyUsage } = new X509Certificate(
      credential.certificate,
    );
    expect(subject).toBe(`C=VN\nO=Sở Mẫu\nCN=organisation\norganizationIdentifier=${CODE}`);
    expect(issuer).toBe('C=VN\nO=Ban Cơ yếu (mẫu)\nCN=Cơ quan nhà nước');
    expect([validFrom, validTo]).toStrictEqual([
      'Mar 11 17:00:00 2019 GMT',
      'Mar 11 16:59:59 2024 GMT',
    ]);
    expect([ca, keyUsage]).toStrictEqual([false, ['1.3.6.1.4.1.32473.1']]);
  });

  it.each([
    ['2020-01-01', '2049-12-31'],
    ['2049-12-31', '2050-01-02'],
    ['2050-01-01', '9999-01-01'],
  ])('writes a validity from %s to %s as it can be read', (from, to) => {
    const validity = { from: startOf(from) + 25_200_000, to: startOf(to) + 25_200_000 };
    const { certificate } = issueRoot({ seed: 's', name, validity });
    const { notBefore, notAfter } = new second.X509Certificate(certificate);
    expect([notBefore, notAfter].map((at) => at.toISOString().slice(0, 10))).toStrictEqual([
      from,
      to,
    ]);
    expect(Date.parse(new X509Certificate(certificate).validTo)).toBe(validity.to);
  });

  it('is believed by an implementation of another house', async () => {
    const root = new second.X509Certificate(sample.root.certificate);
    const authority = new second.X509Certificate(sample.authority.certificate);
    const own = new second.X509Certificate(credential.certificate);
    const pairs = [[own, authority] as const, [authority, root] as const, [root, root] as const];
    for (const [below, above] of pairs) {
      const asked = { publicKey: above.publicKey, signatureOnly: true };
      await expect(below.verify(asked)).resolves.toBe(true);
    }
    const chain = new second.X509ChainBuilder({ certificates: [root, authority] });
    await expect(chain.build(own)).resolves.toHaveLength(3);
    expect(own.getExtension(second.ExtendedKeyUsageExtension)?.usages).toStrictEqual([
      '1.3.6.1.4.1.32473.1',
    ]);
    expect(own.getExtension(second.BasicConstraintsExtension)?.ca).toBe(false);
    expect(authority.getExtension(second.BasicConstraintsExtension)?.ca).toBe(true);
    expect(own.subjectName.getField('2.5.4.97')).toStrictEqual([CODE]);
  });

  it('names anybody, whatever his name', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, text, (organisation, commonName) => {
        const { certificate } = issueCertificate(sample.authority, 'person', {
          seed: 's',
          name: { country: 'VN', organisation, commonName },
          validity: { from: 0, to: 1_000 },
        });
        const { subjectName, rawData } = new second.X509Certificate(certificate);
        expect(subjectName.getField('O')).toStrictEqual([organisation]);
        expect(subjectName.getField('CN')).toStrictEqual([commonName]);
        expect(new X509Certificate(certificate).raw).toStrictEqual(Buffer.from(rawData));
      }),
      { seed: 32, numRuns: 50 },
    );
  });
});

const openssl = (...args: readonly string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const hasOpenssl = ((): boolean => {
  try {
    return openssl('version').startsWith('OpenSSL');
  } catch {
    return false;
  }
})();

/** Where there is no `openssl`, the specs beside show the same with the OpenSSL inside Node. */
(hasOpenssl ? describe : describe.skip)('the command openssl', () => {
  const inFolder = (
    use: (file: (name: string, content: string | Uint8Array) => string) => void,
  ): void => {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-openssl-'));
    try {
      use((fileName, content) => {
        const file = join(folder, fileName);
        writeFileSync(file, content);
        return file;
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('believes the chain', () => {
    inFolder((file) => {
      const trusted = file('bundle.pem', sample.bundle);
      const own = file('own.pem', pemOf(credential.certificate));
      const at = String(startOf('2020-03-02') / 1_000);
      const verifying = ['verify', '-x509_strict', '-attime', at, '-CAfile', trusted, own];
      expect(openssl(...verifying)).toMatch(/: OK$/m);
    });
  });

  it('believes our signature, and we believe one of its own', () => {
    inFolder((file) => {
      const content = Buffer.from('{"from": "000.00.13.H39"}');
      const { key } = credential;
      const publicKey = createPublicKey(key);
      const body = file('body.json', content);
      const pub = file('public.pem', publicKey.export({ type: 'spki', format: 'pem' }));
      const own = file('own.key', key.export({ type: 'pkcs8', format: 'pem' }));
      const value = file('value', signDeterministically(content, key));
      expect(openssl('dgst', '-sha256', '-verify', pub, '-signature', value, body)).toMatch(/OK/);
      openssl('dgst', '-sha256', '-sign', own, '-out', value, body);
      const theirs = execFileSync('cat', [value]);
      expect(verify('sha256', content, publicKey, theirs)).toBe(true);
    });
  });
});
