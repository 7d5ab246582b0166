/** Whose certificate it is: an agency's seal, or the hand of somebody who works there. */
export type Holder = 'organisation' | 'person';

/**
 * What is to be thought of a signature:
 *
 * - `verified`: none of the others.
 * - `invalid`: it does not fit the bytes, or its certificate is none of P-256, or none of the sender's.
 * - `unknown-issuer`: it fits the bytes, but no authority that is trusted here issued the certificate.
 * - `expired`: nothing is wrong but the date. The certificate did not hold then, or not yet, or its authority's did not.
 */
export type Outcome = 'verified' | 'invalid' | 'unknown-issuer' | 'expired';

/** A signature that stands beside what it signs. */
export interface DetachedSignature {
  /** ECDSA over the SHA-256 of the bytes, in DER. */
  readonly value: Uint8Array;
  /** X.509, in DER. */
  readonly certificate: Uint8Array;
}

/** Signs as the holder of a certificate. */
export interface Signer {
  /** X.509, in DER. */
  readonly certificate: Uint8Array;
  /** @returns ECDSA over the SHA-256 of `bytes`, in DER */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export interface Judgement {
  /** As the certificate says; nobody vouches for that unless the outcome is `verified` or `expired`. */
  readonly holder: Holder;
  readonly outcome: Outcome;
  /** Of the certificate, lower-case hexadecimal, whole bytes. */
  readonly serial: string;
}
