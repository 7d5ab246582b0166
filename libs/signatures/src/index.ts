export {
  type AgencyCredentials,
  type CredentialInPem,
  type CredentialsByAgency,
  fromPem,
  inPem,
  readCredentials,
  writeCredentials,
} from './credentials-file.js';
export { formatSignatures, parseSignatures, SIGNATURE_HEADER } from './signature-header.js';
export {
  type DetachedSignature,
  type Holder,
  type Judgement,
  type Outcome,
  type Signer,
} from './signature.js';
export {
  MalformedSignatureHeader,
  TrustNotValid,
  UnreadableCertificate,
} from './signatures.errors.js';
export { type SignedContent, SignatureVerifier } from './signature-verifier.js';
export { TrustedAuthorities } from './trusted-authorities.js';
export { signDeterministically } from './deterministic-ecdsa.js';
export {
  type Authority,
  type Credential,
  issueAuthority,
  issueCertificate,
  issueRoot,
  type IssueRequest,
  pemOf,
  signerOf,
} from './test-authority.js';
export { type DistinguishedName, type Validity } from './write-certificate.js';
