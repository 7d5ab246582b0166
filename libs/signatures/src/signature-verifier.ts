import { type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type Instant, sha256 } from '@lienthong/kernel';
import { type Certificate, readCertificate } from './read-certificate.js';
import { type DetachedSignature, type Judgement, type Outcome } from './signature.js';
import { both, type TrustedAuthorities } from './trusted-authorities.js';
import { type Validity } from './write-certificate.js';

/** What was signed, by whom and when, as the door knows it. */
export interface SignedContent {
  readonly bytes: Uint8Array;
  /** Whether the sender bears the code, or ever did: certificates outlive a change of codes. */
  readonly isSenders: (agencyCode: string) => boolean;
  /** Business time of issue. */
  readonly at: Instant;
}

/** A certificate, and when all authorities above it hold; nothing when they are not ours. */
interface Known {
  readonly certificate: Certificate;
  readonly above: Validity | undefined;
}

const MOST_REMEMBERED = 1_024;

const verifies = promisify(verify);

/** Judges signatures by the authorities that are trusted. Remembers certificates, which come again and again. */
export class SignatureVerifier {
  private readonly known = new Map<string, Known>();

  constructor(private readonly trusted: TrustedAuthorities) {}

  /**
   * The first that is true: it does not fit the bytes → `invalid`; nobody who is trusted issued the certificate →
   * `unknown-issuer`; the certificate is none to sign documents with, or none of the sender's → `invalid`; it did not hold
   * at the time → `expired`. Whether it was revoked meanwhile is not asked.
   *
   * The bytes are hashed beside the event loop.
   *
   * @throws {UnreadableCertificate}
   */
  async judge(signature: DetachedSignature, content: SignedContent): Promise<Judgement> {
    const known = this.read(signature.certificate);
    const { holder, serial, key } = known.certificate;
    const fits = key !== undefined && (await fitsBytes(signature.value, content.bytes, key));
    return { holder, outcome: fits ? outcomeOf(known, content) : 'invalid', serial };
  }

  private read(der: Uint8Array): Known {
    const digest = sha256(der);
    const before = this.known.get(digest);
    if (before !== undefined) return before;
    const certificate = readCertificate(der);
    const known = { certificate, above: this.trusted.above(certificate) };
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(digest, known);
    return known;
  }
}

const fitsBytes = (value: Uint8Array, bytes: Uint8Array, key: KeyObject): Promise<boolean> =>
  verifies('sha256', bytes, key, value);

const outcomeOf = ({ certificate, above }: Known, content: SignedContent): Outcome => {
  const { signsDocuments, agencyCode, validity } = certificate;
  if (above === undefined) return 'unknown-issuer';
  const isSenders = agencyCode !== undefined && content.isSenders(agencyCode);
  if (!signsDocuments || !isSenders) return 'invalid';
  const { from, to } = both(validity, above);
  return from <= content.at && content.at < to + SECOND_MS ? 'verified' : 'expired';
};

/** The last second belongs to the validity. */
const SECOND_MS = 1_000;
