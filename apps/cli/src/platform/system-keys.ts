import { CliFailure } from '../output/failure.js';
import { type Keys, readKeys } from './key-ring.js';
import { type Layout } from './layout.js';
import { type KnownSystem } from './operator-answers.js';
import { type Operator } from './operator.js';

/** Whose keys are here: the mocks' systems and those that `connect` made. */
export class SystemKeys {
  private constructor(
    private readonly operator: Operator,
    private readonly systems: readonly KnownSystem[],
    private readonly keys: Keys,
  ) {}

  static async of(operator: Operator, layout: Layout): Promise<SystemKeys> {
    const keys = { ...readKeys(layout.connectedKeys), ...readKeys(layout.eofficeKeys) };
    const systems = await operator.systems();
    return new SystemKeys(
      operator,
      systems.filter(({ id }) => id in keys),
      keys,
    );
  }

  /** @throws {CliFailure} when the key is not here */
  keyOf(systemId: string): string {
    const key = this.keys[systemId];
    if (key !== undefined) return key;
    throw new CliFailure('not-found', {
      vi: `Ở đây không có khoá của hệ thống ${systemId}.`,
      en: `The key of system ${systemId} is not here.`,
    });
  }

  /** The key of a system that serves the agency (a code or an internal id); nothing when none here does. */
  async keyFor(agency: string): Promise<string | undefined> {
    const id = await this.idOf(agency);
    const serving = this.systems.find(({ agencies }) => agencies.includes(id));
    return serving === undefined ? undefined : this.keys[serving.id];
  }

  /** The internal id of the agency with that code; what is no code is taken for an id. */
  async idOf(agency: string): Promise<string> {
    if (!agency.includes('.')) return agency;
    return (await this.operator.agencyByCode(agency))?.id ?? agency;
  }
}
