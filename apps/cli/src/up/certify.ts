import { seeded } from '@lienthong/connector';
import { type LocalDate, startOf } from '@lienthong/kernel';
import {
  type AgencyCredentials,
  type Authority,
  type Credential,
  type DistinguishedName,
  issueAuthority,
  issueCertificate,
  issueRoot,
  type IssueRequest,
  pemOf,
  type Validity,
  writeCredentials,
} from '@lienthong/signatures';
import { writeFileSync } from 'node:fs';
import { type AuthorityFile } from '../platform/authority-file.js';
import { type Holding, holdingOf } from '../platform/holdings.js';
import { writePrivate } from '../platform/key-ring.js';
import { type Province, type TopologyAgency } from '../platform/topology.js';
import { type Settings } from './settings.js';

type Certification = Pick<Settings, 'layout' | 'province' | 'authorities' | 'seed'>;

/**
 * Has the test authority issue what the province file says that its agencies hold. The platform gets the authorities to
 * believe, the e-office systems their certificates and keys: a file each. The same seed gives the same files.
 */
export const certify = ({ layout, province, authorities, seed }: Certification): void => {
  const issuers = issuersOf(authorities, seed);
  const trusted = [issuers.root, issuers.issuer].map(({ certificate }) => pemOf(certificate));
  writeFileSync(layout.trustedAuthorities, trusted.join(''));
  const certifying = { issuers, province, seed };
  const credentials = province.agencies.map((agency): [string, AgencyCredentials] => [
    agency.id,
    {
      organisation: sealOf(agency, holdingOf(province, agency.id), certifying),
      person: leaderOf(agency, certifying),
    },
  ]);
  writePrivate(layout.eofficeCredentials, writeCredentials(new Map(credentials)));
};

/** What an agency, by internal id, would seal with if it had that certificate; nothing where nobody bears the id. */
export type Seals = (agency: string, holding: Holding) => Credential | undefined;

/** Has the authority that a platform of this seed believes issue other certificates than those of {@link certify}. */
export const sealsOf = ({ province, authorities, seed }: Omit<Certification, 'layout'>): Seals => {
  const certifying = { issuers: issuersOf(authorities, seed), province, seed };
  return (id, holding) => {
    const agency = province.agencies.find((one) => one.id === id);
    return agency && sealOf(agency, holding, certifying);
  };
};

interface Issuers {
  readonly root: Authority;
  readonly issuer: Authority;
  readonly stranger: Authority;
}

interface Certifying {
  readonly issuers: Issuers;
  readonly province: Province;
  readonly seed: string;
}

const issuersOf = ({ root, issuer, stranger }: AuthorityFile, seed: string): Issuers => {
  const request = ({ name, ...days }: AuthorityFile['root']): IssueRequest => ({
    seed,
    name,
    validity: validityOf(days),
  });
  const top = issueRoot(request(root));
  return {
    root: top,
    issuer: issueAuthority(top, request(issuer)),
    stranger: issueRoot(request(stranger)),
  };
};

const sealOf = (
  agency: TopologyAgency,
  holding: Holding,
  { issuers, province, seed }: Certifying,
): Credential | undefined => {
  if (holding === 'none') return undefined;
  const { certificates } = province;
  return issueCertificate(
    holding === 'foreign' ? issuers.stranger : issuers.issuer,
    'organisation',
    {
      seed,
      name: { ...houseOf(agency, province), commonName: agency.name },
      validity: validityOf(holding === 'expired' ? certificates.expired : certificates),
    },
  );
};

const leaderOf = (agency: TopologyAgency, certifying: Certifying): AgencyCredentials['person'] => {
  const { issuers, province, seed } = certifying;
  const { levels, names } = province.certificates.persons;
  if (!levels.includes(agency.level)) return undefined;
  const fullName = seeded(agency.id, 'leader').pick(names);
  const name = { ...houseOf(agency, province), unit: agency.name, commonName: fullName };
  const validity = validityOf(province.certificates);
  return { fullName, ...issueCertificate(issuers.issuer, 'person', { seed, name, validity }) };
};

/** What the names of an agency and of its people have in common. */
const houseOf = (
  { codes, parent }: TopologyAgency,
  { province: locality, agencies }: Province,
): Omit<DistinguishedName, 'commonName'> => ({
  country: 'VN',
  locality,
  organisation: agencies.find(({ id }) => id === parent)?.name,
  agencyCode: codes[0]?.code,
});

/** From the first second of the one day to the last of the other. */
const validityOf = ({ from, to }: { from: LocalDate; to: LocalDate }): Validity => ({
  from: startOf(from),
  to: startOf(to) + DAY_MS - SECOND_MS,
});

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
