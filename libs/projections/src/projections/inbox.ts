import { type Recorded } from '@lienthong/contracts';
import { type DeliveryEvent, type DocumentIssued } from '@lienthong/documents';
import { localDate } from '@lienthong/kernel';
import { z } from 'zod';
import { partiesOf } from '../model/parties.js';
import { expectRow, type Known, type Projection } from '../model/projection.js';
import { append, type Effect, rowKind } from '../model/row.js';

const attachment = z.object({
  digest: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

/** What a recipient is shown of a document; one row however many recipients there are. */
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

const address = z.object({ code: z.string(), via: z.enum(['local', 'axis']) });

/** Where the deliveries of a document go, and whom their statuses are told. */
const routes = rowKind(
  'route',
  z.object({
    sender: z.string(),
    headerDocumentId: z.string(),
    /** Statuses are kept for senders inside; those outside are told over the axis. */
    inside: z.boolean(),
    to: z.record(z.string(), address),
  }),
);

/** Entries of an inbox stream. */
export const arrival = z.object({ document: z.string(), code: z.string() });

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

/** The inbox of each recipient, and for each sender what became of what it sent. */
export const inbox: Projection = {
  name: 'inbox',
  version: '1',
  reads: (event) =>
    event.category === 'delivery'
      ? [routes.address(partiesOf(event.message.aggregateId).document)]
      : [],
  fold: (event, known) => {
    if (event.category === 'document') return issued(event.message, event.event, known);
    if (event.category === 'delivery') return moved(event.message, event.event, known);
    return [];
  },
};

const issued = (
  { aggregateId }: Recorded['message'],
  event: DocumentIssued,
  { directory }: Known,
): readonly Effect[] => {
  const { sender, header, attachments, packet, recipients, at } = event;
  const { documentId: headerDocumentId, code, typeName, subject, priority, dueOn } = header;
  const agency = directory.agency(sender, localDate(at));
  const card = {
    headerDocumentId,
    sender,
    senderCode: agency?.code ?? '',
    senderName: agency?.name ?? '',
    code,
    typeName,
    subject,
    priority,
    ...(dueOn === undefined ? {} : { dueOn }),
    at,
    attachments,
    packet,
  };
  const to = Object.fromEntries(
    recipients.map((recipient) => [recipient.agency, { code: recipient.code, via: recipient.via }]),
  );
  const inside = agency?.realm === 'inside';
  return [
    cards.put(aggregateId, card),
    routes.put(aggregateId, { sender, headerDocumentId, inside, to }),
  ];
};

const moved = (
  { aggregateId }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): readonly Effect[] => {
  const { recipient, document } = partiesOf(aggregateId);
  switch (event.type) {
    case 'DeliveryRouted':
    case 'PaperDispatched':
      return [];
    case 'DeliverySent': {
      const to = expectRow(known, routes, document).to[recipient];
      if (to?.via !== 'local') return [];
      const entry: z.infer<typeof arrival> = { document, code: to.code };
      return [append(inboxStream(recipient), entry)];
    }
    case 'StatusReported':
    case 'StatusReportedLate':
      return reported(recipient, document, event, expectRow(known, routes, document));
  }
};

const reported = (
  recipient: string,
  document: string,
  event: Extract<DeliveryEvent, { type: 'StatusReported' | 'StatusReportedLate' }>,
  { sender, headerDocumentId, inside, to }: ReturnType<typeof routes.read>,
): readonly Effect[] => {
  if (!inside) return [];
  const { code: statusCode, description, at } = event;
  const entry: z.infer<typeof notice> = {
    document,
    headerDocumentId,
    recipient,
    recipientCode: to[recipient]?.code ?? '',
    statusCode,
    description,
    at,
    late: event.type === 'StatusReportedLate',
  };
  return [append(statusStream(sender), entry)];
};
