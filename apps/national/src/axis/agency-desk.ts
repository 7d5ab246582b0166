import { memberAggregate } from '@lienthong/contracts';
import { memberIdOf } from '@lienthong/axis';
import { type TenantClock } from '@lienthong/platform';
import { type AxisLog } from './axis-log.js';
import { AgencyOfOthers, AgencyUnknown } from './axis.refusals.js';
import { type ListedMember } from './register.js';

export interface AgencyRegistration {
  readonly code: string;
  readonly code102: string;
  readonly name: string;
  readonly level: number;
}

/** The list of agencies that can be reached, which every system reads and each keeps for its own agencies. */
export class AgencyDesk {
  constructor(
    private readonly log: AxisLog,
    private readonly clock: TenantClock,
  ) {}

  agencies(): readonly ListedMember[] {
    return this.log.register.listed();
  }

  /** @throws {AgencyOfOthers} when one of its codes is in use by an agency of another system, or by another agency */
  async register(system: string, agency: AgencyRegistration): Promise<void> {
    const id = memberIdOf(agency.code102);
    for (const code of [agency.code, agency.code102]) {
      const listed = this.log.register.member(code);
      if (listed !== undefined && (listed.system !== system || listed.id !== id))
        throw new AgencyOfOthers(code);
    }
    const { code, code102, name, level } = agency;
    const at = this.clock.now();
    const command = { type: 'RegisterMember', code, code102, name, level, system, at } as const;
    await this.log.record(memberAggregate, id, command);
  }

  /** @throws {AgencyUnknown | AgencyOfOthers} */
  async delete(system: string, agencyCode: string): Promise<void> {
    const listed = this.log.register.member(agencyCode);
    if (listed === undefined) throw new AgencyUnknown(agencyCode);
    if (listed.system !== system) throw new AgencyOfOthers(agencyCode);
    const command = { type: 'DeleteMember', system, at: this.clock.now() } as const;
    await this.log.record(memberAggregate, listed.id, command);
  }
}
