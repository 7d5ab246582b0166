import { CliFailure } from '../output/failure.js';
import { type Keys, readKeys, writeKeys } from '../platform/key-ring.js';
import { type Operator } from '../platform/operator.js';
import { type Province } from '../platform/topology.js';

const CONNECTED_AT_ONCE = 8;

/**
 * Tells the platform the province's agencies and the systems that serve them; those behind the axis it learns there.
 * Doing it again changes nothing; a system keeps the key that stands in `keysFile`.
 *
 * @throws {CliFailure} when the platform does not take an agency
 */
export const seedDirectory = async (
  operator: Operator,
  province: Province,
  keysFile: string,
): Promise<void> => {
  const refused = (await operator.registerAgencies(province.agencies)).find(({ ok }) => !ok);
  if (refused !== undefined)
    throw new CliFailure('conflict', {
      vi: `Danh bạ không nhận dòng ${String(refused.line)}: ${refused.problem?.code ?? ''}.`,
      en: `The directory does not take line ${String(refused.line)}: ${JSON.stringify(refused.problem)}`,
    });
  await connectSystems(operator, province, keysFile);
};

const connectSystems = async (
  operator: Operator,
  { systems }: Province,
  keysFile: string,
): Promise<void> => {
  let keys: Keys = readKeys(keysFile);
  const missing = systems.filter(({ id }) => !(id in keys));
  for (let at = 0; at < missing.length; at += CONNECTED_AT_ONCE) {
    const batch = missing.slice(at, at + CONNECTED_AT_ONCE);
    const issued = await Promise.all(batch.map((system) => operator.connect(system)));
    keys = { ...keys, ...Object.fromEntries(issued.map(({ systemId, key }) => [systemId, key])) };
    writeKeys(keysFile, keys);
  }
};
