import { type Level, type ProvinceFile, ProvinceNotValid } from './province-file.js';

export interface Office {
  /** Internal id. */
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** The e-office system that works for the agency. */
  readonly system: string;
}

/** Who is who in the province, by internal id and by every code. */
export interface Province {
  readonly name: string;
  /** Ids of the e-office systems. */
  readonly systems: readonly string[];
  /** Internal id of the agency that answers whoever tries the platform out. */
  readonly sandbox: string | undefined;
  office(idOrCode: string): Office | undefined;
  /** Internal ids of the agencies that a system works for. */
  agenciesOf(system: string): readonly string[];
}

export const provinceFrom = ({ province, sandbox, agencies, systems }: ProvinceFile): Province => {
  const eoffices = systems.filter(({ kind }) => kind === 'eoffice');
  const systemOf = new Map(
    eoffices.flatMap(({ id, agencies: ids }) => ids.map((agency) => [agency, id] as const)),
  );
  const offices = new Map<string, Office>();
  for (const { id, name, level, codes } of agencies) {
    const system = systemOf.get(id);
    if (system === undefined) continue;
    for (const word of [id, ...codes.map(({ code }) => code)])
      offices.set(word, { id, name, level, system });
  }
  return {
    name: province,
    systems: eoffices.map(({ id }) => id),
    sandbox,
    office: (idOrCode) => offices.get(idOrCode),
    agenciesOf: (system) => eoffices.find(({ id }) => id === system)?.agencies ?? [],
  };
};

/**
 * The key of every system.
 *
 * @throws {ProvinceNotValid} when one has none
 */
export const keysFor = (
  { systems }: Province,
  keys: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const found = systems.map((id) => [id, keys[id]] as const);
  const missing = found.filter(([, key]) => key === undefined).map(([id]) => `${id}: no key`);
  if (missing.length > 0) throw new ProvinceNotValid(missing);
  return new Map(found.map(([id, key]) => [id, key ?? '']));
};
