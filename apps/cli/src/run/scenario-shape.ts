import { instant } from '@lienthong/kernel';
import { z } from 'zod';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/, 'expected a-z, 0-9 and "-"');
const share = z.number().min(0).max(1);
const agencies = z.array(text).default([]);

/** Whole seconds, with a zone. */
const time = z
  .string()
  .regex(RFC_3339, 'expected an RFC 3339 date-time with a zone, 2020-03-02T07:00:00+07:00')
  .transform(instant);

/** Least and most. */
const range = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([least, most]) => least <= most, 'the least comes first');

const group = z
  .strictObject({
    where: z.enum(['inside', 'outside']).describe('In the province, or behind the axis.'),
    level: z.enum(['central', 'province', 'district', 'commune']).optional(),
    top: z.boolean().optional().describe('Whether there is no agency above it.'),
    ids: z.array(text).min(1).optional().describe('Only these, by internal id.'),
    except: z.array(text).optional().describe('Not these, by internal id.'),
  })
  .describe('Agencies that play the same part: all that fit every condition.');

const recipients = z.strictObject({
  group: text.describe('The name of a group.'),
  relation: z
    .enum(['below', 'above'])
    .optional()
    .describe('Only those directly under the sender, or the one directly above it.'),
  take: z
    .union([z.literal('all'), range])
    .describe('All of them, or a number between the least and the most, drawn.'),
});

const paper = z.strictObject({
  share: share.describe('Part of the documents from inside that somebody gets on paper.'),
  wholly: share.describe('Of those, the part that everybody gets on paper alone.'),
});

const flow = z.strictObject({
  id: id.describe('Its name; the draws of its documents depend on it.'),
  from: text.describe('A group, of which one agency is drawn for each document.'),
  to: z.array(recipients).describe('Empty: the document stays in its house, and is not counted.'),
  documents: z.int().positive().describe('How many.'),
  paper: paper.optional().describe("Instead of the scenario's own."),
  notations: z.array(text).min(1).describe('What stands behind the number, one is drawn.'),
  types: z.array(text).min(1).describe('Kinds of documents, one is drawn.'),
  subjects: z.array(text).min(1).describe('What they are about, one is drawn.'),
  pages: range.default([1, 3]),
  urgentShare: share.optional().describe('Part of the documents that are urgent (priority 1).'),
  dueInDays: range.optional().describe('Days after the issue, for what asks for an answer.'),
});

const certificates = z
  .strictObject({
    none: agencies.describe('They have none.'),
    expired: agencies.describe('Theirs has ended.'),
    foreign: agencies.describe('Theirs is of an issuer whom nobody trusts.'),
  })
  .default({ none: [], expired: [], foreign: [] })
  .describe('Agencies of the province, by internal id, whatever the province file says of them.');

const altered = z
  .array(
    z.strictObject({
      flow: text,
      documents: z.array(z.int().positive()).min(1).describe('Their numbers in the flow, from 1.'),
    }),
  )
  .default([])
  .describe('Documents whose letter is exchanged on the way, after it was signed.');

const disconnected = z
  .array(
    z.strictObject({
      agency: text.describe('Internal id.'),
      from: time.describe('From then on it hands nothing in, and gets paper.'),
    }),
  )
  .default([]);

/** What can become of a document after it was issued. */
export const CHANGES = ['take-back', 'update', 'revoke', 'replace'] as const;

export type ChangeKind = (typeof CHANGES)[number];

const NEVER = { share: 0, reasons: ['—'] };

const change = z
  .strictObject({
    share: share.describe('Part of the documents from inside that somebody gets electronically.'),
    reasons: z.array(text).min(1).describe('One is drawn.'),
  })
  .default(NEVER);

const changes = z
  .strictObject({
    looks: z
      .array(time)
      .min(1)
      .describe('When offices look through what they have sent; the changes happen then.'),
    'take-back': change.describe('Asked back (13), where all recipients are inside.'),
    update: change.describe('A new version (BussinessDocType 2), where one recipient is inside.'),
    revoke: change.describe('Revoked (BussinessDocType 1).'),
    replace: change.describe('Takes the place of an earlier one of its sender (3).'),
  })
  .describe('What becomes of documents after they were issued.');

const outages = z
  .array(z.strictObject({ from: time, to: time }))
  .default([])
  .describe('When nobody reaches the axis. What waits for it is sent when it is back.');

/** What a scenario file says; that its parts fit each other is another matter. */
export const scenarioShape = z.strictObject({
  id: id.describe('Its name; every draw depends on it.'),
  title: text,
  assumed: z.boolean().optional().describe('Numbers below were not published.'),
  opens: time.describe('Documents are issued from here on …'),
  closes: time.describe('… up to here.'),
  paper,
  certificates,
  altered,
  disconnected,
  changes: changes.optional(),
  outages,
  groups: z.record(text, group),
  flows: z.array(flow).min(1),
});

/** Who writes to whom, about what and how often, and what goes wrong: causes, never results. */
export type Scenario = z.infer<typeof scenarioShape>;

export type Group = z.infer<typeof group>;

export type Flow = z.infer<typeof flow>;
