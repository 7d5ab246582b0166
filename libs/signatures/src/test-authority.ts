import { type KeyObject, X509Certificate } from 'node:crypto';
import { canonicalJson, sha256 } from '@lienthong/kernel';
import { keyFrom, signDeterministically } from './deterministic-ecdsa.js';
import { type Holder, type Signer } from './signature.js';
import {
  type CertificateContent,
  type DistinguishedName,
  type Validity,
  writeCertificate,
} from './write-certificate.js';

/** A certificate and the private key to it. */
export interface Credential {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
}

/** Somebody who issues certificates. */
export interface Authority extends Credential {
  readonly name: DistinguishedName;
}

export interface IssueRequest {
  /** Decides keys and serials, with everything else that is asked for. */
  readonly seed: string;
  readonly name: DistinguishedName;
  readonly validity: Validity;
}

/**
 * A root that signs itself.
 *
 * The authority of this file is for tests and mocks: all keys follow from the seed, so whoever knows that can sign as
 * anybody. In exchange the same requests give the same certificates, byte for byte.
 */
export const issueRoot = (request: IssueRequest): Authority => {
  const itself = { name: request.name, key: keyFrom(identityOf('issue', request)) };
  return authorityOf(issue('issue', request, itself), request);
};

/** An authority under another one. */
export const issueAuthority = (above: Authority, request: IssueRequest): Authority =>
  authorityOf(issue('issue', request, above), request);

/** A certificate to sign documents with. */
export const issueCertificate = (
  authority: Authority,
  holder: Holder,
  request: IssueRequest,
): Credential => issue(holder, request, authority);

/** Signs the same bytes the same way each time. */
export const signerOf = ({ certificate, key }: Credential): Signer => ({
  certificate,
  sign: (bytes) => signDeterministically(bytes, key),
});

/** As a bundle of trusted authorities holds it. */
export const pemOf = (certificate: Uint8Array): string =>
  new X509Certificate(certificate).toString();

const authorityOf = (credential: Credential, { name }: IssueRequest): Authority => ({
  ...credential,
  name,
});

const issue = (
  use: CertificateContent['use'],
  request: IssueRequest,
  issuer: Pick<Authority, 'name' | 'key'>,
): Credential => {
  const identity = identityOf(use, request);
  const key = keyFrom(identity);
  const certificate = writeCertificate({
    serial: serialFrom(identity),
    subject: request.name,
    issuer: issuer.name,
    validity: request.validity,
    use,
    subjectKey: key,
    issuerKey: issuer.key,
  });
  return { certificate, key };
};

const identityOf = (
  use: CertificateContent['use'],
  { seed, name, validity }: IssueRequest,
): string => canonicalJson([seed, use, { ...name }, validity.from, validity.to]);

const SERIAL_DIGITS = 32;

/** 16 bytes, of which the first is not zero. */
const serialFrom = (identity: string): bigint =>
  BigInt(`0x1${sha256(`serial ${identity}`).slice(1, SERIAL_DIGITS)}`);
