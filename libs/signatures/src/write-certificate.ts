import { createHash, type KeyObject } from 'node:crypto';
import { type Instant } from '@lienthong/kernel';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  time,
  truth,
  utf8String,
} from './der.js';
import { publicPoint, signDeterministically } from './deterministic-ecdsa.js';
import { type Holder } from './signature.js';
import { AGENCY_CODE, HOLDER_USAGES } from './usages.js';

/** Whom a certificate names. */
export interface DistinguishedName {
  /** Two letters. */
  readonly country: string;
  readonly locality?: string | undefined;
  readonly organisation?: string | undefined;
  readonly unit?: string | undefined;
  readonly commonName: string;
  readonly agencyCode?: string | undefined;
}

/** From the first second to the last, both included. */
export interface Validity {
  readonly from: Instant;
  readonly to: Instant;
}

export interface CertificateContent {
  /** Positive, 20 bytes at most. */
  readonly serial: bigint;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly validity: Validity;
  /** What the certificate is for: to issue others, or to sign as somebody. */
  readonly use: 'issue' | Holder;
  readonly subjectKey: KeyObject;
  readonly issuerKey: KeyObject;
}

const COUNTRY = '2.5.4.6';
const LOCALITY = '2.5.4.7';
const ORGANISATION = '2.5.4.10';
const UNIT = '2.5.4.11';
const COMMON_NAME = '2.5.4.3';

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const P256_KEY = sequence(
  objectIdentifier('1.2.840.10045.2.1'),
  objectIdentifier('1.2.840.10045.3.1.7'),
);

const VERSION_3 = explicit(0, integer(2n));

/** An X.509 certificate (RFC 5280) of P-256 keys in DER; the same content gives the same bytes. */
export const writeCertificate = (content: CertificateContent): Uint8Array => {
  const { serial, subject, issuer, validity, subjectKey, issuerKey } = content;
  const signed = sequence(
    VERSION_3,
    integer(serial),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(time(validity.from), time(validity.to)),
    nameOf(subject),
    sequence(P256_KEY, bitString(publicPoint(subjectKey))),
    explicit(3, sequence(...extensionsOf(content))),
  );
  const signature = bitString(signDeterministically(signed, issuerKey));
  return sequence(signed, ECDSA_WITH_SHA256, signature);
};

const nameOf = (name: DistinguishedName): Buffer => {
  const attributes = [
    [LOCALITY, name.locality],
    [ORGANISATION, name.organisation],
    [UNIT, name.unit],
    [COMMON_NAME, name.commonName],
    [AGENCY_CODE.objectIdentifier, name.agencyCode],
  ] as const;
  return sequence(
    attribute(COUNTRY, printableString(name.country)),
    ...attributes.flatMap(([type, text]) =>
      text === undefined ? [] : [attribute(type, utf8String(text))],
    ),
  );
};

const attribute = (type: string, value: Buffer): Buffer =>
  setOf(sequence(objectIdentifier(type), value));

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_KEY_ID = '2.5.29.14';
const AUTHORITY_KEY_ID = '2.5.29.35';

/** keyCertSign and cRLSign. */
const ISSUES = bitString(Buffer.of(0b0000_0110), 1);
/** digitalSignature and nonRepudiation. */
const SIGNS = bitString(Buffer.of(0b1100_0000), 6);

const extensionsOf = ({ use, subjectKey, issuerKey }: CertificateContent): readonly Buffer[] => {
  const issues = use === 'issue';
  return [
    critical(BASIC_CONSTRAINTS, issues ? sequence(truth()) : sequence()),
    critical(KEY_USAGE, issues ? ISSUES : SIGNS),
    ...(issues
      ? []
      : [extension(EXTENDED_KEY_USAGE, sequence(objectIdentifier(HOLDER_USAGES[use])))]),
    extension(SUBJECT_KEY_ID, octetString(keyId(subjectKey))),
    extension(AUTHORITY_KEY_ID, sequence(implicit(0, keyId(issuerKey)))),
  ];
};

const critical = (type: string, value: Buffer): Buffer =>
  sequence(objectIdentifier(type), truth(), octetString(value));

const extension = (type: string, value: Buffer): Buffer =>
  sequence(objectIdentifier(type), octetString(value));

const KEY_ID_BYTES = 20;

/** RFC 7093, 2, method 1. */
const keyId = (key: KeyObject): Buffer =>
  createHash('sha256').update(publicPoint(key)).digest().subarray(0, KEY_ID_BYTES);
