import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOf } from '@lienthong/kernel';
import {
  type AgencyCredentials,
  type Credential,
  type CredentialsByAgency,
  readCredentials,
  SignatureVerifier,
  TrustedAuthorities,
} from '@lienthong/signatures';
import { signedWith } from '@lienthong/testing';
import { readAuthorities } from '../platform/authority-file.js';
import { signsSoundly } from '../platform/holdings.js';
import { layoutOf } from '../platform/layout.js';
import { shipped } from '../platform/repository.js';
import { type Province, readProvince } from '../platform/topology.js';
import { certify } from './certify.js';

/** The agency for trying the platform out is certified like any other. */
const SANDBOX = 1;

const AT = startOf('2020-03-02');
const BYTES = Buffer.from('a document');

describe('what the agencies of Long An sign with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-certify-'));
  const layout = layoutOf(folder);
  let province: Province;
  let verifier: SignatureVerifier;
  let credentials: CredentialsByAgency;

  const filesOf = async (seed: string): Promise<readonly string[]> => {
    certify({ layout, province, authorities: await readAuthorities(shipped.authority()), seed });
    return [layout.trustedAuthorities, layout.eofficeCredentials].map((file) =>
      readFileSync(file, 'utf8'),
    );
  };

  beforeAll(async () => {
    mkdirSync(layout.keys);
    province = await readProvince(shipped.province());
    const [trusted, held] = await filesOf('1');
    verifier = new SignatureVerifier(TrustedAuthorities.fromPem(trusted ?? ''));
    credentials = readCredentials(held ?? '');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const outcomeOf = async (agency: string, held: Credential | undefined): Promise<string> => {
    if (held === undefined) return 'absent';
    const codes = province.agencies.find(({ id }) => id === agency)?.codes ?? [];
    const isSenders = (wanted: string): boolean => codes.some(({ code }) => code === wanted);
    const content = { bytes: BYTES, at: AT, isSenders };
    return (await verifier.judge(signedWith(held, BYTES), content)).outcome;
  };

  const outcomes = async (
    holder: keyof AgencyCredentials,
  ): Promise<ReadonlyMap<string, readonly string[]>> => {
    const found = new Map<string, string[]>();
    for (const [agency, held] of credentials) {
      const outcome = await outcomeOf(agency, held[holder]);
      found.set(outcome, [...(found.get(outcome) ?? []), agency]);
    }
    return found;
  };

  it('is a good certificate, an old one, one of a stranger or none, as the province file says', async () => {
    const { none, expired, foreign } = province.certificates.organisations;
    const found = await outcomes('organisation');
    expect([...(found.get('absent') ?? [])].sort()).toStrictEqual([...none].sort());
    expect([...(found.get('expired') ?? [])].sort()).toStrictEqual([...expired].sort());
    expect([...(found.get('unknown-issuer') ?? [])].sort()).toStrictEqual([...foreign].sort());
    const sound = province.agencies.filter(({ id }) => signsSoundly(province, id, AT));
    expect(found.get('verified')).toStrictEqual(sound.map(({ id }) => id));
    expect(sound).toHaveLength(224 + SANDBOX - none.length - expired.length - foreign.length);
  });

  it('is a certificate of their own for the leaders of the province and of the districts', async () => {
    const found = await outcomes('person');
    expect([...found.keys()].sort()).toStrictEqual(['absent', 'verified']);
    expect(found.get('verified')).toHaveLength(21 + 15 + SANDBOX);
    const { person } = credentials.get('so-tttt') ?? {};
    const { subject } = new X509Certificate(person?.certificate ?? '');
    expect(subject.split('\n')).toStrictEqual([
      'C=VN',
      'L=Long An',
      'O=UBND tỉnh Long An',
      'OU=Sở Thông tin và Truyền thông tỉnh Long An',
      `CN=${person?.fullName ?? ''}`,
      'organizationIdentifier=000.00.13.H39',
    ]);
  });

  it('is the same for the same seed, and another for another', async () => {
    const [first, again, other] = [await filesOf('1'), await filesOf('1'), await filesOf('2')];
    expect(again).toStrictEqual(first);
    expect(other[0]).not.toBe(first[0]);
    expect(other[1]).not.toBe(first[1]);
  });

  it('is the owner’s alone to read', () => {
    expect(statSync(layout.eofficeCredentials).mode & 0o077).toBe(0);
  });
});
