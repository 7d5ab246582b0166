import { type LocalDate } from '@lienthong/kernel';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const ANSWER_CODES = ['01', '02', '03', '04', '05', '06'] as const;

const LEVELS = ['central', 'province', 'district', 'commune'] as const;

const FORMS = ['qcvn102', 'qd20'] as const;

const date = z.iso.date();

/** Shortest and longest, whole seconds. */
const delay = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([shortest, longest]) => shortest <= longest, 'the shortest delay comes first');

const behaviour = z.strictObject({
  assumed: z.boolean().optional(),
  /** Part of the documents that an agency refuses, 0–1. */
  refusalShare: z.number().min(0).max(1),
  refusalReasons: z.array(z.string().min(1)).min(1),
  /** Part of the take-backs and updates that are agreed to. */
  agreementShare: z.number().min(0).max(1).default(1),
  /** From the question to the answer. */
  decisionSeconds: delay.default([60, 600]),
  /** From the step before, by the status that ends the step. */
  delaySeconds: z.record(z.enum(ANSWER_CODES), delay),
});

const code = z.strictObject({
  code: z.string().min(1),
  form: z.enum(FORMS),
  from: date,
  to: date.optional(),
});

const agency = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1),
  level: z.enum(LEVELS),
  sector: z.enum(['state', 'party', 'council', 'front', 'service-unit', 'enterprise']),
  parent: z.string().optional(),
  from: date,
  assumed: z.boolean().optional(),
  codes: z.array(code),
});

const system = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  agencies: z.array(z.string()).min(1),
});

const file = z.strictObject({
  opened: date,
  behaviour,
  systems: z.array(system),
  agencies: z.array(agency),
});

type MembersFile = z.infer<typeof file>;
type AgencyEntry = z.infer<typeof agency>;
type SystemEntry = z.infer<typeof system>;

export type Behaviour = z.infer<typeof behaviour>;

export type AnswerCode = (typeof ANSWER_CODES)[number];

/** An agency outside the province, as the axis lists it. */
export interface OutsideAgency {
  /** Internal id of the members file. */
  readonly id: string;
  readonly name: string;
  readonly code102: string;
  readonly code: string;
  /** As the axis counts: 1 central, 2 province, 3 district, 4 commune. */
  readonly axisLevel: number;
  /** Registered id of the system that speaks and receives for it. */
  readonly system: string;
}

export interface Members {
  /** From this day on they are registered. */
  readonly opened: LocalDate;
  readonly behaviour: Behaviour;
  /** Registered ids. */
  readonly systems: readonly string[];
  readonly agencies: readonly OutsideAgency[];
}

/** The members file contradicts itself; each line names one fault. */
export class MembersNotValid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the members file is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'MembersNotValid';
  }
}

/** @throws {MembersNotValid} */
export const readMembers = async (path: string): Promise<Members> =>
  membersOf(parse(await readFile(path, 'utf8')));

/** @throws {MembersNotValid} */
export const membersOf = (content: unknown): Members => {
  const { data, error } = file.safeParse(content);
  if (error !== undefined)
    throw new MembersNotValid(
      error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  const faults = faultsIn(data);
  if (faults.length > 0) throw new MembersNotValid(faults);
  return {
    opened: data.opened,
    behaviour: data.behaviour,
    systems: data.systems.map(({ id }) => id),
    agencies: data.agencies.map((entry) => outsideAgency(entry, data.systems)),
  };
};

const outsideAgency = (entry: AgencyEntry, systems: readonly SystemEntry[]): OutsideAgency => {
  const { id, name, level } = entry;
  const code102 = codeOf(entry, 'qcvn102');
  const axisLevel = LEVELS.indexOf(level) + 1;
  const system = systems.find(({ agencies }) => agencies.includes(id))?.id ?? '';
  return { id, name, code102, code: codeOf(entry, 'qd20'), axisLevel, system };
};

/** What the shapes cannot say: every agency has one code of each form and one system, every name is known. */
const faultsIn = ({ agencies, systems }: MembersFile): readonly string[] => {
  const ids = new Set(agencies.map(({ id }) => id));
  const served = systems.flatMap((entry) => entry.agencies);
  return [
    ...repeated(agencies.map(({ id }) => id)).map((id) => `agency ${id}: twice`),
    ...repeated(systems.map(({ id }) => id)).map((id) => `system ${id}: twice`),
    ...repeated(agencies.flatMap(({ codes }) => codes.map(({ code }) => code))).map(
      (text) => `code ${text}: twice`,
    ),
    ...repeated(served).map((id) => `agency ${id}: served by two systems`),
    ...served.filter((id) => !ids.has(id)).map((id) => `agency ${id}: not described`),
    ...agencies.flatMap((entry) => faultsOf(entry, ids, served)),
  ];
};

const faultsOf = (
  { id, parent, codes }: AgencyEntry,
  ids: ReadonlySet<string>,
  served: readonly string[],
): readonly string[] => [
  ...(served.includes(id) ? [] : [`agency ${id}: served by no system`]),
  ...(parent === undefined || ids.has(parent) ? [] : [`agency ${id}: parent ${parent} unknown`]),
  ...FORMS.filter((form) => codes.filter((entry) => entry.form === form).length !== 1).map(
    (form) => `agency ${id}: needs one code of the form ${form}`,
  ),
];

const codeOf = ({ codes }: AgencyEntry, form: (typeof FORMS)[number]): string =>
  codes.find((entry) => entry.form === form)?.code ?? '';

const repeated = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text, at) => texts.indexOf(text) !== at)),
];
