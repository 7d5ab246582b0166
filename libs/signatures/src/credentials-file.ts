import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { type Credential, pemOf } from './test-authority.js';

/** What an agency signs with: its seal, and the hand of its leader. */
export interface AgencyCredentials {
  readonly organisation?: Credential | undefined;
  readonly person?: (Credential & { readonly fullName: string }) | undefined;
}

/** By the agency's internal id. */
export type CredentialsByAgency = ReadonlyMap<string, AgencyCredentials>;

const credential = z.object({
  certificate: z.string().transform((pem, context) => {
    try {
      return new X509Certificate(pem).raw;
    } catch {
      context.addIssue('expected a certificate in PEM');
      return z.NEVER;
    }
  }),
  key: z.string().transform((pem, context) => {
    try {
      return createPrivateKey(pem);
    } catch {
      context.addIssue('expected a private key in PEM');
      return z.NEVER;
    }
  }),
});

const file = z.record(
  z.string(),
  z.object({
    organisation: credential.optional(),
    person: credential.extend({ fullName: z.string() }).optional(),
  }),
);

/** JSON with everything in PEM, so that `openssl` can use it too. It holds private keys. */
export const writeCredentials = (held: CredentialsByAgency): string => {
  const agencies = [...held].map(([agency, { organisation, person }]) => [
    agency,
    {
      organisation: organisation && inPem(organisation),
      person: person && { fullName: person.fullName, ...inPem(person) },
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(agencies), null, 2)}\n`;
};

/** A certificate and the private key to it, as text. */
export interface CredentialInPem {
  readonly certificate: string;
  readonly key: string;
}

export const inPem = ({ certificate, key }: Credential): CredentialInPem => ({
  certificate: pemOf(certificate),
  key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

/** @throws {z.ZodError} or {SyntaxError} when `json` is not what {@link writeCredentials} wrote */
export const readCredentials = (json: string): CredentialsByAgency =>
  new Map(Object.entries(file.parse(JSON.parse(json))));

/** @throws {z.ZodError} when it is not what {@link inPem} gave */
export const fromPem = (credentialInPem: CredentialInPem): Credential =>
  credential.parse(credentialInPem);
