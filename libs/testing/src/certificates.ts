import {
  type Authority,
  type Credential,
  type DetachedSignature,
  type Holder,
  issueAuthority,
  issueCertificate,
  issueRoot,
  pemOf,
  signDeterministically,
} from '@lienthong/signatures';
import { startOf } from '@lienthong/kernel';

const LONG = { from: startOf('2016-01-01'), to: startOf('2046-01-01') - 1 };
const VALID = { from: startOf('2019-03-12'), to: startOf('2024-03-12') - 1 };

/** A root with an authority for the agencies under it. Another seed gives others of the same names. */
export class SampleAuthority {
  readonly root: Authority;
  readonly authority: Authority;

  constructor(private readonly seed = 'sample') {
    const country = { country: 'VN', organisation: 'Ban Cơ yếu (mẫu)' };
    const named = (commonName: string) => ({ name: { ...country, commonName }, seed });
    this.root = issueRoot({ ...named('Gốc'), validity: LONG });
    this.authority = issueAuthority(this.root, { ...named('Cơ quan nhà nước'), validity: LONG });
  }

  /** What trusts both. */
  get bundle(): string {
    return pemOf(this.root.certificate) + pemOf(this.authority.certificate);
  }

  /** A certificate of an agency, or of somebody there. */
  credential(agencyCode: string, holder: Holder = 'organisation', validity = VALID): Credential {
    const name = { country: 'VN', organisation: 'Sở Mẫu', commonName: holder, agencyCode };
    return issueCertificate(this.authority, holder, { seed: this.seed, name, validity });
  }
}

export const signedWith = (
  { certificate, key }: Credential,
  bytes: Uint8Array,
): DetachedSignature => ({
  value: signDeterministically(bytes, key),
  certificate,
});
