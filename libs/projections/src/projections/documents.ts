import { type Recorded } from '@lienthong/contracts';
import { type DeliveryEvent, type DocumentIssued, progressOf } from '@lienthong/documents';
import { localDate, sha256 } from '@lienthong/kernel';
import { z } from 'zod';
import { partiesOf } from '../model/parties.js';
import { expectRow, type Known, type Projection } from '../model/projection.js';
import { add, type Effect, rowKind } from '../model/row.js';

export const traceRows = rowKind(
  'document',
  z.object({
    headerDocumentId: z.string(),
    code: z.string(),
    subject: z.string(),
    sender: z.string(),
    senderCode: z.string(),
    issuedAt: z.number(),
    sequence: z.number(),
    recipients: z
      .array(
        z.object({
          agency: z.string(),
          code: z.string(),
          level: z.string(),
          channel: z.enum(['electronic', 'paper', 'both']),
          via: z.enum(['local', 'axis']),
        }),
      )
      .readonly(),
  }),
);

const hop = z.object({
  at: z.number(),
  type: z.string(),
  /** Internal id of the agency that acted. */
  agency: z.string(),
  sequence: z.number(),
  statusCode: z.string().optional(),
});

export type Hop = z.infer<typeof hop>;

export const hopRows = rowKind(
  'delivery',
  z.object({
    sender: z.string(),
    status: z.string(),
    statusCode: z.string().optional(),
    hops: z.array(hop).readonly(),
  }),
);

/** Our ids of the documents that bear a DocumentId, in the order in which they came. */
export const headerRows = rowKind(
  'header',
  z.object({ documents: z.array(z.string()).readonly() }),
);

/** The sender's text is opaque, of any length and script: its digest makes the key. */
export const headerRowId = (headerDocumentId: string): string => sha256(headerDocumentId);

export const COUNTS = 'counts';
export const PARKED = 'parked';

/** What became of each document, delivery by delivery; and how many messages are parked. */
export const documents: Projection = {
  name: 'documents',
  version: '1',
  reads: (event) => {
    if (event.category === 'document') {
      return [headerRows.address(headerRowId(event.event.header.documentId))];
    }
    return event.category === 'delivery' ? [hopRows.address(event.message.aggregateId)] : [];
  },
  fold: (event, known) => {
    if (event.category === 'document') return issued(event.message, event.event, known);
    if (event.category === 'delivery') return moved(event.message, event.event, known);
    return event.category === 'parked' ? [add(COUNTS, PARKED)] : [];
  },
};

const issued = (
  { aggregateId, sequence }: Recorded['message'],
  { sender, header, recipients, at }: DocumentIssued,
  known: Known,
): readonly Effect[] => {
  const day = localDate(at);
  const { directory } = known;
  const { documentId: headerDocumentId, code, subject } = header;
  const headerId = headerRowId(headerDocumentId);
  const namesakes = known.row(headerRows, headerId)?.documents ?? [];
  return [
    headerRows.put(headerId, { documents: [...namesakes, aggregateId] }),
    traceRows.put(aggregateId, {
      headerDocumentId,
      code,
      subject,
      sender,
      senderCode: directory.agency(sender, day)?.code ?? '',
      issuedAt: at,
      sequence,
      recipients: recipients.map((recipient) => ({
        ...recipient,
        level: directory.agency(recipient.agency, day)?.placement.level ?? 'unknown',
      })),
    }),
  ];
};

const moved = (
  { aggregateId, sequence }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): readonly Effect[] => {
  const { at, type } = event;
  if (event.type === 'DeliveryRouted' || event.type === 'PaperDispatched') {
    const { sender } = event;
    const status = event.type === 'DeliveryRouted' ? 'routed' : 'dispatched-on-paper';
    const hops = [{ at, type, agency: sender, sequence }];
    return [hopRows.put(aggregateId, { sender, status, hops })];
  }
  const before = expectRow(known, hopRows, aggregateId);
  if (event.type === 'DeliverySent') {
    const hops = [...before.hops, { at, type, agency: before.sender, sequence }];
    return [hopRows.put(aggregateId, { ...before, status: 'sent', hops })];
  }
  const { recipient } = partiesOf(aggregateId);
  const { code: statusCode } = event;
  const hops = [...before.hops, { at, type, agency: recipient, sequence, statusCode }];
  const reached =
    event.type === 'StatusReported' ? { status: progressOf(statusCode), statusCode } : {};
  return [hopRows.put(aggregateId, { ...before, ...reached, hops })];
};
