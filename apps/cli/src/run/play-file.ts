import { readAuthorities } from '../platform/authority-file.js';
import { shipped } from '../platform/repository.js';
import { type Members, type Province, readMembers, readProvince } from '../platform/topology.js';
import { type Seals, sealsOf } from '../up/certify.js';
import { actsOf } from './acts.js';
import { type AgendaDocument, agendaOf } from './agenda.js';
import { expectedOf, levelsOf } from './expectations.js';
import { orderOf } from './orders.js';
import { perform, type Play, type PlayOptions, type RunReport, type Scene } from './play.js';
import { readScenario } from './scenario.js';
import { type Scenario } from './scenario-shape.js';
import { type Stage } from './stage.js';

export interface PlayFileOptions extends PlayOptions {
  readonly file: string;
  readonly seed: string;
}

/** Plays the scenario in `file`. */
export const playFile = async (
  stage: Stage & { readonly seed: string },
  { file, seed, ...options }: PlayFileOptions,
): Promise<RunReport> => {
  const [scenario, cast] = await Promise.all([readScenario(file), castOf(stage.seed)]);
  const agenda = agendaOf(scenario, cast.province, cast.members, seed);
  return perform(stage, playOf(scenario, cast, agenda), options);
};

/** Who there is, and who certifies them. */
export interface Cast {
  readonly province: Province;
  readonly members: Members;
  readonly seals: Seals;
}

/** @param platformSeed the seed that the platform was started with: its authority follows from it */
export const castOf = async (platformSeed: string): Promise<Cast> => {
  const [province, members, authorities] = await Promise.all([
    readProvince(shipped.province()),
    readMembers(shipped.members()),
    readAuthorities(shipped.authority()),
  ]);
  return { province, members, seals: sealsOf({ province, authorities, seed: platformSeed }) };
};

/** @param agenda the scenario's, or a part of it */
export const playOf = (
  scenario: Scenario,
  { province, seals }: Cast,
  agenda: readonly AgendaDocument[],
): Play => {
  const scenes = actsOf(scenario, agenda).map(({ agenda: acted, ...act }): Scene => {
    const from = (where: 'inside' | 'outside') =>
      acted
        .filter(({ sender }) => sender.where === where)
        .map((document) => orderOf(document, seals));
    return { inside: from('inside'), outside: from('outside'), ...act };
  });
  return {
    scenes,
    documents: agenda.filter(({ change }) => change === undefined || change.kind === 'replace')
      .length,
    expected: expectedOf(agenda, levelsOf(province)),
  };
};
