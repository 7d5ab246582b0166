import { z } from 'zod';
import { readYaml } from './yaml-file.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const authority = z.strictObject({
  name: z.strictObject({
    country: z.string().length(2),
    organisation: z.string().min(1).optional(),
    unit: z.string().min(1).optional(),
    commonName: z.string().min(1),
  }),
  /** Both days included. */
  from: day,
  to: day,
});

const file = z.strictObject({
  assumed: z.boolean().optional(),
  root: authority,
  /** Below the root; issues what the agencies sign with. */
  issuer: authority,
  /** Not trusted. */
  stranger: authority,
});

/** The authorities that certify the mocks. */
export type AuthorityFile = z.infer<typeof file>;

/** @throws {CliFailure} */
export const readAuthorities = (path: string): Promise<AuthorityFile> => readYaml(file, path);
