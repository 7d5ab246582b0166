import { type z } from 'zod';
import { settings } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'LIENTHONG_';

/** The environment is not what the process needs; `problems` names every fault, a line each. */
export class InvalidConfiguration extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is not valid:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'InvalidConfiguration';
  }
}

/**
 * The part of the settings that `section` describes, decoded. An empty variable counts as absent; a `LIENTHONG_`
 * variable that no process knows is a fault, because it is most likely a mistyped one.
 *
 * @throws {InvalidConfiguration}
 */
export const loadConfiguration = <Settings>(
  section: z.ZodType<Settings>,
  environment: Environment = process.env,
): Readonly<Settings> => {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const { data, error } = section.safeParse(Object.fromEntries(given));
  const problems = [
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...given
      .map(([name]) => name)
      .filter(isUnknown)
      .map((name) => `${name}: no such setting`),
  ];
  if (data === undefined || problems.length > 0) throw new InvalidConfiguration(problems);
  return Object.freeze(data);
};

const isUnknown = (name: string): boolean => name.startsWith(PREFIX) && !(name in settings.shape);
