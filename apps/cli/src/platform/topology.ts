import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { CliFailure } from '../output/failure.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const agency = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(['central', 'province', 'district', 'commune']),
  sector: z.string(),
  parent: z.string().optional(),
  codes: z.array(z.object({ code: z.string(), form: z.string(), from: day, to: day.optional() })),
  from: day,
});

const system = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  agencies: z.array(z.string()),
});

const days = { from: day, to: day };

const certificates = z.strictObject({
  assumed: z.boolean().optional(),
  /** Of all certificates but the expired ones; both days included. */
  ...days,
  expired: z.strictObject(days),
  /** Internal ids. Agencies that are not named hold a good one. */
  organisations: z.strictObject({
    none: z.array(z.string()).default([]),
    expired: z.array(z.string()).default([]),
    foreign: z.array(z.string()).default([]),
  }),
  /** Leaders who hold one themselves. */
  persons: z.strictObject({
    levels: z.array(agency.shape.level),
    names: z.array(z.string().min(1)).min(1),
  }),
});

const province = z
  .object({
    /** Its name. */
    province: z.string(),
    /** The code of its people's committee, under which the platform is a member of the axis. */
    code: z.string(),
    agencies: z.array(agency),
    systems: z.array(system),
    /** Internal id of the agency for trying the platform out, which no scenario tells anything. */
    sandbox: z.string().optional(),
    certificates,
  })
  .superRefine(({ agencies, certificates: { organisations } }, context) => {
    const known = new Set(agencies.map(({ id }) => id));
    const named = Object.entries(organisations).flatMap(([kind, ids]) =>
      ids.map((id, at) => ({ id, path: ['certificates', 'organisations', kind, at] })),
    );
    const seen = new Set<string>();
    for (const { id, path } of named) {
      if (!known.has(id)) context.addIssue({ code: 'custom', path, message: `${id} unknown` });
      if (seen.has(id)) context.addIssue({ code: 'custom', path, message: `${id} twice` });
      seen.add(id);
    }
  });

const members = z.object({
  systems: z.array(z.object({ id: z.string() })),
  agencies: z.array(agency),
});

export type TopologyAgency = z.infer<typeof agency>;

/** A province's agencies and systems as its directory begins. */
export type Province = z.infer<typeof province>;

/** Who is connected to the axis besides the province. */
export type Members = z.infer<typeof members>;

export type Certificates = Province['certificates'];

/** @throws {CliFailure} */
export const readProvince = (file: string): Promise<Province> => readYaml(province, file);

/** @throws {CliFailure} */
export const readMembers = (file: string): Promise<Members> => readYaml(members, file);

export const readYaml = async <T>(schema: z.ZodType<T>, file: string): Promise<T> => {
  const decoded = schema.safeParse(parse(await readText(file)));
  if (decoded.success) return decoded.data;
  throw new CliFailure('invalid-input', {
    vi: `Tệp ${file} chưa đúng.`,
    en: `${file} is not valid:\n${z.prettifyError(decoded.error)}`,
  });
};

/** @throws {CliFailure} when there is no such file */
export const readText = async (file: string): Promise<string> =>
  Buffer.from(await readBytes(file)).toString('utf8');

/** @throws {CliFailure} when there is no such file */
export const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    const words = { vi: `Không đọc được tệp ${file}.`, en: `${file} cannot be read.` };
    throw new CliFailure('not-found', words, { cause });
  }
};
