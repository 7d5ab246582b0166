import { readFile } from 'node:fs/promises';
import { type IssueOrder } from '@lienthong/connector';
import {
  type CredentialsByAgency,
  fromPem,
  readCredentials,
  type Signer,
  signerOf,
} from '@lienthong/signatures';

/** Where an agency's documents are signed. */
export interface Desk {
  /** Full name, as the certificate has it. */
  readonly leader?: string | undefined;
  /** The leader's own. */
  readonly hand?: Signer | undefined;
  /** The organisation's. */
  readonly seal?: Signer | undefined;
}

/** By internal id. An agency without certificates signs nothing. */
export type Desks = (agency: string) => Desk;

/** @param file credentials of the agencies; without one nobody has certificates */
export const readDesks = async (file: string | undefined): Promise<Desks> =>
  desksOf(file === undefined ? new Map() : readCredentials(await readFile(file, 'utf8')));

const desksOf = (credentials: CredentialsByAgency): Desks => {
  const desks = new Map(
    [...credentials].map(([agency, { person, organisation }]): [string, Desk] => [
      agency,
      {
        leader: person?.fullName,
        hand: person && signerOf(person),
        seal: organisation && signerOf(organisation),
      },
    ]),
  );
  return (agency) => desks.get(agency) ?? NOBODY;
};

const NOBODY: Desk = {};

/** Who signs what was ordered: the leader, then the seal, as far as they have certificates. */
export const signersAt = (
  { hand, seal }: Desk,
  { seal: other, unsealed = false }: Pick<IssueOrder, 'seal' | 'unsealed'>,
): readonly Signer[] => {
  const held = other === undefined ? seal : signerOf(fromPem(other));
  return [hand, unsealed ? undefined : held].filter((signer) => signer !== undefined);
};
