import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const file = z.record(z.string().min(1), z.string().min(1));

/** Systems of the members file have no secret in the keys file, so they could not call the axis. */
export class SecretsMissing extends Error {
  constructor(readonly systems: readonly string[]) {
    super(`the keys file has no secret for ${systems.join(', ')}`);
    this.name = 'SecretsMissing';
  }
}

/**
 * The secrets of all systems that may call the axis, by registered id.
 *
 * @param outside the systems that this process plays
 * @throws {SecretsMissing}
 */
export const readSecrets = async (
  path: string,
  outside: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const secrets = new Map(Object.entries(file.parse(JSON.parse(await readFile(path, 'utf8')))));
  const missing = outside.filter((system) => !secrets.has(system));
  if (missing.length > 0) throw new SecretsMissing(missing);
  return secrets;
};
