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

const province = z.object({
  /** The code of its people's committee, under which the platform is a member of the axis. */
  code: z.string(),
  agencies: z.array(agency),
  systems: z.array(system),
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

/** @throws {CliFailure} */
export const readProvince = (file: string): Promise<Province> => readYaml(province, file);

/** @throws {CliFailure} */
export const readMembers = (file: string): Promise<Members> => readYaml(members, file);

const readYaml = async <T>(schema: z.ZodType<T>, file: string): Promise<T> => {
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
