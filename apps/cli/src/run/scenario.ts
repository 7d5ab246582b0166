import { instant } from '@lienthong/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';
import { readText } from '../platform/topology.js';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/, 'expected a-z, 0-9 and "-"');
const share = z.number().min(0).max(1);

/** Whole seconds, with a zone. */
const time = z.string().regex(RFC_3339, 'expected an RFC 3339 date-time').transform(instant);

/** Least and most. */
const range = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([least, most]) => least <= most, 'the least comes first');

/** Agencies that play the same part: all that fit every condition. */
const group = z.strictObject({
  where: z.enum(['inside', 'outside']),
  level: z.enum(['central', 'province', 'district', 'commune']).optional(),
  /** Whether there is no agency above. */
  top: z.boolean().optional(),
  ids: z.array(text).min(1).optional(),
  except: z.array(text).optional(),
});

const recipients = z.strictObject({
  group: text,
  /** Only those directly under the sender, or the one directly above it. */
  relation: z.enum(['below', 'above']).optional(),
  take: z.union([z.literal('all'), range]),
});

const paper = z.strictObject({
  /** Part of the documents from inside that somebody gets on paper. */
  share,
  /** Of those, the part that everybody gets on paper alone. */
  wholly: share,
});

const flow = z.strictObject({
  id,
  from: text,
  /** Empty: the document stays in its house. */
  to: z.array(recipients),
  documents: z.int().positive(),
  notations: z.array(text).min(1),
  types: z.array(text).min(1),
  subjects: z.array(text).min(1),
  /** Instead of the scenario's own. */
  paper: paper.optional(),
  pages: range.default([1, 3]),
  /** Part of the documents that are urgent (priority 1). */
  urgentShare: share.optional(),
  /** Days after the issue, for documents that ask for an answer. */
  dueInDays: range.optional(),
});

/** Internal ids of agencies that have none, an old one or one of a stranger, whatever the province file says. */
const certificates = z
  .strictObject({
    none: z.array(text).default([]),
    expired: z.array(text).default([]),
    foreign: z.array(text).default([]),
  })
  .default({ none: [], expired: [], foreign: [] });

/** Documents of a flow, from 1, whose letter is exchanged on the way after it was signed. */
const altered = z
  .array(z.strictObject({ flow: text, documents: z.array(z.int().positive()).min(1) }))
  .default([]);

/** Agencies, by internal id, that from then on hand nothing in, and get paper. */
const disconnected = z.array(z.strictObject({ agency: text, from: time })).default([]);

/** What can become of a document after it was issued. */
export const CHANGES = ['take-back', 'update', 'revoke', 'replace'] as const;

export type ChangeKind = (typeof CHANGES)[number];

const change = z.strictObject({
  /** Part of the documents from inside that somebody gets electronically. */
  share,
  reasons: z.array(text).min(1),
});

const NEVER = { share: 0, reasons: ['—'] };

const changes = z.strictObject({
  /** When offices look through what they have sent. */
  looks: z.array(time).min(1),
  'take-back': change.default(NEVER),
  update: change.default(NEVER),
  revoke: change.default(NEVER),
  replace: change.default(NEVER),
});

/** When nobody reaches the axis. */
const outages = z.array(z.strictObject({ from: time, to: time })).default([]);

const shape = z.strictObject({
  id,
  title: text,
  /** The numbers below were not published. */
  assumed: z.boolean().optional(),
  opens: time,
  closes: time,
  paper,
  certificates,
  altered,
  disconnected,
  changes: changes.optional(),
  outages,
  groups: z.record(text, group),
  flows: z.array(flow).min(1),
});

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What no shape can say. */
const faultsIn = (scenario: z.infer<typeof shape>): readonly Fault[] => [
  ...(scenario.opens < scenario.closes
    ? []
    : [{ path: ['closes'], message: 'must be after `opens`' }]),
  ...scenario.flows.flatMap((_, at) => faultsInFlow(scenario, at)),
  ...scenario.altered.flatMap((_, at) => faultsInAltered(scenario, at)),
  ...scenario.outages.flatMap((_, at) => faultsInOutage(scenario, at)),
];

type Shape = z.infer<typeof shape>;

const faultsInFlow = ({ flows, groups }: Shape, at: number): readonly Fault[] => {
  const flow = flows[at];
  if (flow === undefined) return [];
  const named = [
    { path: ['flows', at, 'from'], group: flow.from },
    ...flow.to.map(({ group: to }, n) => ({ path: ['flows', at, 'to', n, 'group'], group: to })),
  ];
  const unknown = named
    .filter(({ group: wanted }) => !Object.hasOwn(groups, wanted))
    .map(({ path, group: wanted }) => ({ path, message: `there is no group ${wanted}` }));
  const isTwice = flows.findIndex(({ id: other }) => other === flow.id) < at;
  const twice = { path: ['flows', at, 'id'], message: `${flow.id} is there twice` };
  return isTwice ? [...unknown, twice] : unknown;
};

const faultsInAltered = ({ altered: list, flows }: Shape, at: number): readonly Fault[] => {
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

const faultsInOutage = ({ outages: list, changes: all }: Shape, at: number): readonly Fault[] => {
  const { from = 0, to = 0 } = list[at] ?? {};
  const path = ['outages', at];
  if (from >= to) return [{ path: [...path, 'to'], message: 'must be after `from`' }];
  return all?.looks.some((look) => from < look && look < to) === true
    ? [{ path, message: 'nobody looks through what he has sent while the axis is away' }]
    : [];
};

const schema = shape.superRefine((scenario, context) => {
  for (const { path, message } of faultsIn(scenario))
    context.addIssue({ code: 'custom', path: [...path], message });
});

/** Who writes to whom, about what and how often: causes, never results. */
export type Scenario = z.infer<typeof schema>;

export type Group = z.infer<typeof group>;

export type Flow = z.infer<typeof flow>;

/** @throws {CliFailure} when there is no such file, or naming every fault by its path */
export const readScenario = async (file: string): Promise<Scenario> =>
  scenarioOf(await readText(file), file);

/**
 * @param file where the text came from, for people
 * @throws {CliFailure} naming every fault by its path
 */
export const scenarioOf = (yaml: string, file: string): Scenario => {
  const decoded = schema.safeParse(parsed(yaml, file));
  if (decoded.success) return decoded.data;
  const faults = decoded.error.issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || '(whole)'}: ${message}`,
  );
  throw notValid(file, faults.join('\n'));
};

const parsed = (yaml: string, file: string): unknown => {
  try {
    return parse(yaml);
  } catch (error) {
    throw notValid(file, error instanceof Error ? error.message : String(error));
  }
};

const notValid = (file: string, faults: string): CliFailure =>
  new CliFailure('invalid-input', {
    vi: `Kịch bản ${file} chưa đúng.`,
    en: `the scenario ${file} is not valid:\n${faults}`,
  });
