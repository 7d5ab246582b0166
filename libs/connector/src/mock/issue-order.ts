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
  /** What the agency seals it with instead of what it holds otherwise, in PEM. */
  seal: z.strictObject({ certificate: z.string(), key: z.string() }).optional(),
  /** The agency has nothing to seal it with. */
  unsealed: z.boolean().optional(),
  /** The letter is exchanged on the way, after it was signed. */
  altered: z.boolean().optional(),
  /** It is no new document of its own, or takes the place of another one. */
  change: z
    .strictObject({
      kind: z.enum(['replace', 'update', 'revoke', 'take-back']),
      /** The key of the document that is replaced, changed or asked back; it was told before. */
      of: z.string(),
      reason: z.string(),
    })
    .optional(),
});

export type IssueOrder = z.infer<typeof issueOrder>;
