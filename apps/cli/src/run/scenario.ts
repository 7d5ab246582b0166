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

const flow = z.strictObject({
  id,
  from: text,
  /** Empty: the document stays in its house. */
  to: z.array(recipients),
  documents: z.int().positive(),
  notations: z.array(text).min(1),
  types: z.array(text).min(1),
  subjects: z.array(text).min(1),
  pages: range.default([1, 3]),
  /** Part of the documents that are urgent (priority 1). */
  urgentShare: share.optional(),
  /** Days after the issue, for documents that ask for an answer. */
  dueInDays: range.optional(),
});

const schema = z
  .strictObject({
    id,
    title: text,
    /** The numbers below were not published. */
    assumed: z.boolean().optional(),
    opens: time,
    closes: time,
    paper: z.strictObject({
      /** Part of the documents from inside that somebody gets on paper. */
      share,
      /** Of those, the part that everybody gets on paper alone. */
      wholly: share,
    }),
    groups: z.record(text, group),
    flows: z.array(flow).min(1),
  })
  .superRefine(({ opens, closes, groups, flows }, context) => {
    const fault = (path: PropertyKey[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (opens >= closes) fault(['closes'], 'must be after `opens`');
    flows.forEach(({ id: name, from, to }, at) => {
      const named = [
        { path: ['flows', at, 'from'], group: from },
        ...to.map((entry, n) => ({ path: ['flows', at, 'to', n, 'group'], group: entry.group })),
      ];
      for (const { path, group: wanted } of named)
        if (!Object.hasOwn(groups, wanted)) fault(path, `there is no group ${wanted}`);
      if (flows.findIndex((other) => other.id === name) < at)
        fault(['flows', at, 'id'], `${name} is there twice`);
    });
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
