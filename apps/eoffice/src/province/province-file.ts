import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const STATUS_CODES = ['01', '02', '03', '04', '05', '06'] as const;
const LEVELS = ['province', 'district', 'commune'] as const;

const share = z.number().min(0).max(1);

/** Shortest and longest, whole seconds. */
const delay = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([shortest, longest]) => shortest <= longest, 'the shortest delay comes first');

/** Who works on what an agency receives. */
const people = z.object({
  /** Least and most. */
  inAgency: z
    .tuple([z.int().positive(), z.int().positive()])
    .refine(([least, most]) => least <= most, 'the least comes first'),
  /** How fast they are: part of them, and what their delays are multiplied by. */
  paces: z.array(z.object({ share: z.number().positive(), factor: z.number().positive() })).min(1),
  /** Invented. */
  names: z.array(z.string().min(1)).min(1),
});

const behaviour = z.object({
  /** Part of the outgoing documents handed in as JSON. */
  jsonShare: share,
  /** Part of the incoming documents refused. */
  refusalShare: share,
  refusalReasons: z.array(z.string().min(1)).min(1),
  /** Part of the take-backs and updates that are agreed to. */
  agreementShare: share.default(1),
  /** From the question to the answer. */
  decisionSeconds: delay.default([60, 600]),
  /** By the agency's level and the status that ends the step. */
  delaySeconds: z.record(z.enum(LEVELS), z.record(z.enum(STATUS_CODES), delay)),
  /** Without it nobody is named, and all are of one pace. */
  people: people.optional(),
});

const agency = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  level: z.enum(LEVELS),
  codes: z.array(z.object({ code: z.string().min(1) })).min(1),
});

const system = z.object({
  id: z.string().min(1),
  kind: z.string(),
  agencies: z.array(z.string()).min(1),
});

const file = z
  .object({
    province: z.string().min(1),
    behaviour,
    /** Internal id of the agency that answers whoever tries the platform out. */
    sandbox: z.string().optional(),
    agencies: z.array(agency),
    systems: z.array(system),
  })
  .superRefine(({ sandbox, agencies, systems }, context) => {
    const known = new Set(agencies.map(({ id }) => id));
    if (sandbox !== undefined && !known.has(sandbox))
      context.addIssue({ code: 'custom', path: ['sandbox'], message: `${sandbox} unknown` });
    const served = new Set<string>();
    systems.forEach(({ agencies: ids }, at) => {
      for (const id of ids) {
        const path = ['systems', at, 'agencies'];
        if (!known.has(id)) context.addIssue({ code: 'custom', path, message: `${id} unknown` });
        if (served.has(id)) context.addIssue({ code: 'custom', path, message: `${id} twice` });
        served.add(id);
      }
    });
  });

/** A province as its e-office systems know it. */
export type ProvinceFile = z.infer<typeof file>;

export type Behaviour = ProvinceFile['behaviour'];

export type People = z.infer<typeof people>;

export type Level = (typeof LEVELS)[number];

export type StatusCode = (typeof STATUS_CODES)[number];

/** The province file, or the keys file, is not what it must be; each line names one fault. */
export class ProvinceNotValid extends Error {
  constructor(faults: readonly string[]) {
    super(`the e-office systems cannot work:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ProvinceNotValid';
  }
}

/** @throws {ProvinceNotValid} */
export const readProvinceFile = async (path: string): Promise<ProvinceFile> =>
  provinceOf(parse(await readFile(path, 'utf8')));

/** @throws {ProvinceNotValid} */
export const provinceOf = (content: unknown): ProvinceFile => {
  const { data, error } = file.safeParse(content);
  if (data !== undefined) return data;
  throw new ProvinceNotValid(
    error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
};
