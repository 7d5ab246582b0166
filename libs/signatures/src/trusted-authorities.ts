import { type X509Certificate } from 'node:crypto';
import { type Certificate, readCertificate } from './read-certificate.js';
import { TrustNotValid, UnreadableCertificate } from './signatures.errors.js';
import { type Validity } from './write-certificate.js';

interface TrustedAuthority {
  readonly x509: X509Certificate;
  /** When it holds and all above it do. */
  readonly validity: Validity;
}

/**
 * Whom the door believes: roots, and the authorities below them. Only these issue certificates, so a certificate that was
 * issued by another certificate of its own kind has an unknown issuer.
 */
export class TrustedAuthorities {
  private constructor(private readonly authorities: readonly TrustedAuthority[]) {}

  /** Every issuer is unknown. */
  static readonly none = new TrustedAuthorities([]);

  /**
   * @param bundle certificates in PEM, in any order; what stands between them is left out
   * @throws {TrustNotValid} when there is none, one cannot be read, may issue nothing, or does not lead to a root among them
   */
  static fromPem(bundle: string): TrustedAuthorities {
    const blocks = bundle.match(PEM_BLOCK) ?? [];
    const faults: string[] = [];
    const read = blocks.flatMap((block, at) => {
      try {
        return [readAuthority(block)];
      } catch (error) {
        if (!(error instanceof UnreadableCertificate)) throw error;
        faults.push(`certificate ${String(at + 1)}: ${error.message}`);
        return [];
      }
    });
    const { authorities, loose } = rooted(read);
    faults.push(...loose.map(({ x509 }) => `no root among them is above ${oneLine(x509.subject)}`));
    if (blocks.length === 0) faults.push('there is no certificate in PEM');
    if (faults.length > 0) throw new TrustNotValid(faults);
    return new TrustedAuthorities(authorities);
  }

  /** When all authorities above a certificate hold; nothing when it was issued by none of them. */
  above({ x509 }: Pick<Certificate, 'x509'>): Validity | undefined {
    return issuerAmong(this.authorities, x509)?.validity;
  }
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

const readAuthority = (block: string): TrustedAuthority => {
  const base64 = block.replaceAll(/-----[^-]*-----|\s/g, '');
  const { x509, validity } = readCertificate(Buffer.from(base64, 'base64'));
  if (!x509.ca) throw new UnreadableCertificate('it may issue none itself');
  return { x509, validity };
};

interface Rooted {
  readonly authorities: readonly TrustedAuthority[];
  /** Those that lead to no root. */
  readonly loose: readonly TrustedAuthority[];
}

const rooted = (read: readonly TrustedAuthority[]): Rooted => {
  const authorities = read.filter(({ x509 }) => issued(x509, x509));
  let loose = read.filter((authority) => !authorities.includes(authority));
  for (;;) {
    const rest: TrustedAuthority[] = [];
    for (const authority of loose) {
      const above = issuerAmong(authorities, authority.x509);
      if (above === undefined) rest.push(authority);
      else authorities.push({ ...authority, validity: both(authority.validity, above.validity) });
    }
    if (rest.length === loose.length) return { authorities, loose };
    loose = rest;
  }
};

const issuerAmong = (
  authorities: readonly TrustedAuthority[],
  certificate: X509Certificate,
): TrustedAuthority | undefined => authorities.find(({ x509 }) => issued(x509, certificate));

/** Names, key ids and the right to issue first: they cost little. */
const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

export const both = (a: Validity, b: Validity): Validity => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

const oneLine = (subject: string): string => subject.replaceAll('\n', ', ');
