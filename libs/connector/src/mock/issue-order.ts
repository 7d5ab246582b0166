import { z } from 'zod';

/** A document that a mock was told to issue, as its journal keeps it. */
export const issueOrder = z.strictObject({
  /** Agency code of the issuer. */
  from: z.string(),
  /** Business time of issue, an instant. */
  at: z.int(),
  /** Empty: the document stays in its house. */
  to: z.array(
    z.strictObject({ code: z.string(), channel: z.enum(['electronic', 'paper', 'both']) }),
  ),
  typeName: z.string(),
  subject: z.string(),
  notation: z.string(),
  pages: z.int().optional(),
  attachmentBytes: z.int().optional(),
  priority: z.int().optional(),
  dueOn: z.string().optional(),
});

export type IssueOrder = z.infer<typeof issueOrder>;
