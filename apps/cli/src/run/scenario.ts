import { nearest } from '../platform/nearest.js';
import { decodeYaml, readText } from '../platform/yaml-file.js';
import { type Scenario, scenarioShape } from './scenario-shape.js';

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What no shape can say. */
const faultsIn = (scenario: Scenario): readonly Fault[] => [
  ...(scenario.opens < scenario.closes
    ? []
    : [{ path: ['closes'], message: 'must be after `opens`' }]),
  ...scenario.flows.flatMap((_, at) => faultsInFlow(scenario, at)),
  ...scenario.altered.flatMap((_, at) => faultsInAltered(scenario, at)),
  ...scenario.outages.flatMap((_, at) => faultsInOutage(scenario, at)),
];

const faultsInFlow = ({ flows, groups }: Scenario, at: number): readonly Fault[] => {
  const flow = flows[at];
  if (flow === undefined) return [];
  const named = [
    { path: ['flows', at, 'from'], group: flow.from },
    ...flow.to.map(({ group: to }, n) => ({ path: ['flows', at, 'to', n, 'group'], group: to })),
  ];
  const unknown = named
    .filter(({ group: wanted }) => !Object.hasOwn(groups, wanted))
    .map(({ path, group: wanted }) => ({
      path,
      message: `there is no group ${wanted}${meantIn(wanted, groups)}`,
    }));
  const isTwice = flows.findIndex(({ id: other }) => other === flow.id) < at;
  const twice = { path: ['flows', at, 'id'], message: `${flow.id} is there twice` };
  return isTwice ? [...unknown, twice] : unknown;
};

const meantIn = (word: string, groups: Scenario['groups']): string => {
  const meant = nearest(word, Object.keys(groups));
  return meant === undefined ? '' : `; did you mean ${meant}?`;
};

const faultsInAltered = ({ altered: list, flows }: Scenario, at: number): readonly Fault[] => {
  const { flow: wanted = '', documents: numbers = [] } = list[at] ?? {};
  const found = flows.find(({ id: name }) => name === wanted);
  if (found === undefined)
    return [{ path: ['altered', at, 'flow'], message: `there is no flow ${wanted}` }];
  return numbers.flatMap((number, n) => {
    if (number <= found.documents) return [];
    const message = `the flow ${wanted} has ${String(found.documents)} documents`;
    return [{ path: ['altered', at, 'documents', n], message }];
  });
};

const faultsInOutage = (
  { outages: list, changes: all }: Scenario,
  at: number,
): readonly Fault[] => {
  const { from = 0, to = 0 } = list[at] ?? {};
  const path = ['outages', at];
  if (from >= to) return [{ path: [...path, 'to'], message: 'must be after `from`' }];
  return all?.looks.some((look) => from < look && look < to) === true
    ? [{ path, message: 'nobody looks through what he has sent while the axis is away' }]
    : [];
};

const schema = scenarioShape.superRefine((scenario, context) => {
  for (const { path, message } of faultsIn(scenario))
    context.addIssue({ code: 'custom', path: [...path], message });
});

/** @throws {CliFailure} when there is no such file, or naming every fault by its line and path */
export const readScenario = async (file: string): Promise<Scenario> =>
  scenarioOf(await readText(file), file);

/**
 * @param file where the text came from, for people
 * @throws {CliFailure} naming every fault by its line and path
 */
export const scenarioOf = (yaml: string, file: string): Scenario => decodeYaml(schema, yaml, file);
