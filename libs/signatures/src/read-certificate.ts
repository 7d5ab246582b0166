import { type KeyObject, X509Certificate } from 'node:crypto';
import { type Instant } from '@lienthong/kernel';
import { type Holder } from './signature.js';
import { UnreadableCertificate } from './signatures.errors.js';
import { AGENCY_CODE, HOLDER_USAGES } from './usages.js';
import { type Validity } from './write-certificate.js';

/** What is asked of a certificate. Only the issuer's signature, which is not checked here, makes any of it true. */
export interface Certificate {
  readonly x509: X509Certificate;
  /** Lower-case hexadecimal, whole bytes. */
  readonly serial: string;
  readonly holder: Holder;
  /** Says that it is for signing documents, as somebody. */
  readonly signsDocuments: boolean;
  /** Nothing where the subject names none, or several. */
  readonly agencyCode: string | undefined;
  /** Nothing where it is not one of P-256. */
  readonly key: KeyObject | undefined;
  readonly validity: Validity;
}

/** RFC 5280, 4.1.2.2: a positive integer of 20 bytes at most. */
const SERIAL = /^[0-9A-F]{1,40}$/;
/** A code of either form; nothing that a name would have to escape. */
const AGENCY_CODE_LINE = new RegExp(`^${AGENCY_CODE.name}=([A-Za-z0-9.]{1,64})$`, 'gm');

/**
 * Reads with OpenSSL alone. One certificate in DER, without a byte before or behind it.
 *
 * @throws {UnreadableCertificate}
 */
export const readCertificate = (der: Uint8Array): Certificate => {
  const x509 = parsed(der);
  if (!SERIAL.test(x509.serialNumber)) throw new UnreadableCertificate('the serial number');
  const usages = usagesOf(x509);
  const holders = HOLDERS.filter((holder) => usages.includes(HOLDER_USAGES[holder]));
  return {
    x509,
    serial: wholeBytes(x509.serialNumber.toLowerCase()),
    holder: holders.length === 1 && holders[0] === 'organisation' ? 'organisation' : 'person',
    signsDocuments: holders.length === 1 && !x509.ca,
    agencyCode: agencyCodeIn(x509.subject),
    key: p256KeyOf(x509),
    validity: { from: instantOf(x509.validFrom), to: instantOf(x509.validTo) },
  };
};

const HOLDERS: readonly Holder[] = ['organisation', 'person'];

const parsed = (der: Uint8Array): X509Certificate => {
  const x509 = attempted(() => new X509Certificate(der));
  // OpenSSL takes PEM too, other encodings than the distinguished one, and leaves what follows the certificate.
  if (!x509.raw.equals(der)) throw new UnreadableCertificate('it is not in DER, or not alone');
  return x509;
};

const attempted = (read: () => X509Certificate): X509Certificate => {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableCertificate('not ASN.1 of its shape', { cause });
  }
};

/** The declared type does not say that there may be none. */
const usagesOf = ({ keyUsage }: { keyUsage: unknown }): readonly unknown[] =>
  Array.isArray(keyUsage) ? keyUsage : [];

const wholeBytes = (digits: string): string => (digits.length % 2 === 0 ? digits : `0${digits}`);

/** One line for each attribute; what would begin a line inside a value is escaped. */
const agencyCodeIn = (subject: string): string | undefined => {
  const codes = [...subject.matchAll(AGENCY_CODE_LINE)].map(([, code]) => code);
  return codes.length === 1 ? codes[0] : undefined;
};

const p256KeyOf = (x509: X509Certificate): KeyObject | undefined => {
  try {
    const { publicKey } = x509;
    const isP256 = publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    return isP256 ? publicKey : undefined;
  } catch {
    // An algorithm that OpenSSL does not know, or a point that is not on its curve.
    return undefined;
  }
};

/** `Mar 12 00:00:00 2019 GMT`; not a number where it is no time, and then nothing is within. */
const instantOf = (text: string): Instant => Date.parse(text);
