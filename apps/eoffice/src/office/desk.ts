import { readFile } from 'node:fs/promises';
import {
  type CredentialsByAgency,
  readCredentials,
  type Signer,
  signerOf,
} from '@lienthong/signatures';

/** Where an agency's documents are signed: by its leader, then with its seal, as far as they have certificates. */
export interface Desk {
  /** Full name, as the certificate has it. */
  readonly leader?: string | undefined;
  readonly signers: readonly Signer[];
}

/** By internal id. An agency without certificates signs nothing. */
export type Desks = (agency: string) => Desk;

/** @param file credentials of the agencies; without one nobody has certificates */
export const readDesks = async (file: string | undefined): Promise<Desks> =>
  desksOf(file === undefined ? new Map() : readCredentials(await readFile(file, 'utf8')));

const desksOf = (credentials: CredentialsByAgency): Desks => {
  const desks = new Map(
    [...credentials].map(([agency, { person, organisation }]): [string, Desk] => {
      const signers = [person, organisation].flatMap((held) => (held ? [signerOf(held)] : []));
      return [agency, { leader: person?.fullName, signers }];
    }),
  );
  return (agency) => desks.get(agency) ?? NOBODY;
};

const NOBODY: Desk = { signers: [] };
