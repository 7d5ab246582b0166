import { z } from 'zod';
import { readYaml } from './yaml-file.js';

const ANSWERS = ['01', '02', '03', '04', '05', '06'] as const;
const LEVELS = ['central', 'province', 'district', 'commune'] as const;
const SECTORS = ['state', 'party', 'council', 'front', 'service-unit', 'enterprise'] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day, 2020-03-02');
const share = z.number().min(0).max(1);
const id = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'expected a-z, 0-9 and "-"')
  .describe('Internal and permanent: the log and the inbox go by it.');
const assumed = z.boolean().optional().describe('Not published; taken from memory.');

const agencyShape = z.strictObject({
  id,
  name: z.string().min(1),
  level: z.enum(LEVELS),
  sector: z.enum(SECTORS),
  parent: z.string().optional().describe('Internal id of the agency above it.'),
  from: day.describe('Since when there is such an agency.'),
  assumed,
  codes: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        form: z.enum(['qcvn102', 'qd20']).describe('000.00.13.H39, or H39.13.'),
        from: day,
        to: day.optional().describe('Its last day.'),
      }),
    )
    .min(1)
    .describe('Dated: traffic of a day uses the codes that held then.'),
});

/** Where it is known from is for the reader of the file. */
const agency = agencyShape.transform(({ assumed: _assumed, ...known }) => known);

const serves = z.array(z.string()).min(1).describe('Internal ids; it speaks for these alone.');

const system = z.strictObject({
  id: z.string().min(1),
  kind: z.string().describe('`eoffice` for the mock.'),
  name: z.string().min(1),
  agencies: serves,
});

const span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([least, most]) => least <= most, 'the least comes first');

const delays = z
  .record(z.enum(ANSWERS), span)
  .describe('By the status that ends the step: shortest and longest since the step before.');

const answering = {
  assumed,
  refusalShare: share.describe('Part of the incoming documents that is refused (02).'),
  refusalReasons: z.array(z.string().min(1)).min(1),
  agreementShare: share
    .optional()
    .describe('Part of the take-backs and updates that is agreed to (15, else 16); 1.'),
  decisionSeconds: span.optional().describe('From the question to the answer.'),
};

const people = z
  .strictObject({
    inAgency: span.describe('How many work in one, from the least to the most.'),
    paces: z
      .array(z.strictObject({ share, factor: z.number().positive() }))
      .min(1)
      .describe('Part of the people, and what their delays of 05 and 06 are multiplied by.'),
    names: z.array(z.string().min(1)).min(1),
  })
  .describe('Who works on a document once it is assigned.');

const days = { from: day, to: day };
const holders = z.array(z.string()).default([]);

const certificates = z
  .strictObject({
    assumed,
    ...days,
    expired: z.strictObject(days).describe('Of the certificates that have ended; both days held.'),
    organisations: z
      .strictObject({
        none: holders.describe('They have none.'),
        expired: holders.describe('Theirs has ended.'),
        foreign: holders.describe('Theirs is of an issuer whom nobody trusts.'),
      })
      .describe('Internal ids. Agencies that are not named hold a good one.'),
    persons: z
      .strictObject({ levels: z.array(z.enum(LEVELS)), names: z.array(z.string().min(1)).min(1) })
      .describe('Leaders who hold one themselves.'),
  })
  .describe('Who signs with what.');

/** What a province file says; that its parts fit each other is another matter. */
export const provinceShape = z.strictObject({
  province: z.string().min(1).describe('Its name.'),
  code: z
    .string()
    .min(1)
    .describe("Of its people's committee, under which the platform is a member of the axis."),
  behaviour: z
    .strictObject({
      ...answering,
      jsonShare: share.describe('Part of the documents handed in as JSON, not as a packet.'),
      delaySeconds: z.record(z.enum(['province', 'district', 'commune']), delays),
      people: people.optional(),
    })
    .describe('How people work, for the mock e-office.'),
  certificates,
  systems: z.array(system),
  sandbox: z
    .string()
    .optional()
    .describe(
      'Internal id of the agency for trying the platform out, which no scenario tells anything.',
    ),
  agencies: z.array(agency).min(1),
});

/** What a file of the axis's members says. */
export const membersShape = z.strictObject({
  opened: day.describe('Since when they are members.'),
  behaviour: z.strictObject({ ...answering, delaySeconds: delays }).describe('How they work.'),
  systems: z.array(z.strictObject({ id: z.string(), name: z.string(), agencies: serves })),
  agencies: z.array(agency),
});

const province = provinceShape.superRefine(
  ({ agencies, certificates: { organisations } }, context) => {
    const known = new Set(agencies.map(({ id: one }) => one));
    const named = Object.entries(organisations).flatMap(([kind, ids]) =>
      ids.map((one, at) => ({ one, path: ['certificates', 'organisations', kind, at] })),
    );
    const seen = new Set<string>();
    for (const { one, path } of named) {
      if (!known.has(one)) context.addIssue({ code: 'custom', path, message: `${one} unknown` });
      if (seen.has(one)) context.addIssue({ code: 'custom', path, message: `${one} twice` });
      seen.add(one);
    }
  },
);

export type TopologyAgency = z.infer<typeof agency>;

/** A province's agencies and systems as its directory begins, how they work and what they sign with. */
export type Province = z.infer<typeof province>;

/** Who is connected to the axis besides the province. */
export type Members = z.infer<typeof membersShape>;

export type Certificates = Province['certificates'];

/** @throws {CliFailure} */
export const readProvince = (file: string): Promise<Province> => readYaml(province, file);

/** @throws {CliFailure} */
export const readMembers = (file: string): Promise<Members> => readYaml(membersShape, file);
