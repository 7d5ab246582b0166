import { z } from 'zod';
import { rowKind } from '../model/row.js';

const attachment = z.object({
  digest: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

/** What a recipient is shown of a version of a document; one row however many recipients there are. */
export const cards = rowKind(
  'card',
  z.object({
    headerDocumentId: z.string(),
    sender: z.string(),
    senderCode: z.string(),
    senderName: z.string(),
    code: z.string(),
    typeName: z.string(),
    subject: z.string(),
    priority: z.number(),
    dueOn: z.string().optional(),
    at: z.number(),
    attachments: z.array(attachment).readonly(),
    packet: z.object({ digest: z.string(), mediaType: z.string() }),
  }),
);

/** As it was issued, a document's card bears the document's own id. */
export const cardId = (document: string, revision = 1): string =>
  revision === 1 ? document : `${document}@${String(revision)}`;

export const address = z.object({
  code: z.string(),
  via: z.enum(['local', 'axis']),
  /** The version that this recipient was sent first. */
  revision: z.number(),
});

/** Where the deliveries of a document go, and whom their statuses are told. */
export const routes = rowKind(
  'route',
  z.object({
    sender: z.string(),
    headerDocumentId: z.string(),
    /** Statuses are kept for senders inside; those outside are told over the axis. */
    inside: z.boolean(),
    to: z.record(z.string(), address),
    /** Why there is a version, in the sender's words, by its number; the first has none. */
    reasons: z.record(z.string(), z.string()),
    /** The latest version. */
    revision: z.number(),
    /** Why it was revoked. */
    revoked: z.string().optional(),
  }),
);

/** Entries of an inbox stream: a document came, or the recipient is told or asked something of it. */
export const arrival = z.object({
  document: z.string(),
  code: z.string(),
  kind: z.enum(['document', 'update', 'take-back', 'revocation']),
  /** The version that is meant. */
  revision: z.number(),
  /** Why, in the sender's words. */
  description: z.string(),
  /** Business time. */
  toldAt: z.number(),
});

export type Arrival = z.infer<typeof arrival>;

/** Entries of a status stream. */
export const notice = z.object({
  document: z.string(),
  headerDocumentId: z.string(),
  recipient: z.string(),
  recipientCode: z.string(),
  statusCode: z.string(),
  description: z.string(),
  at: z.number(),
  late: z.boolean(),
});

export const inboxStream = (recipient: string): string => `inbox:${recipient}`;
export const statusStream = (sender: string): string => `status:${sender}`;
