import { type Recorded } from '@lienthong/contracts';
import {
  type DeliveryEvent,
  type DocumentEvent,
  type DocumentIssued,
  type DocumentUpdated,
  type Recipient,
} from '@lienthong/documents';
import { localDate, sha256 } from '@lienthong/kernel';
import { z } from 'zod';
import { expectRow, type Known, type Projection } from '../model/projection.js';
import { type Effect, post, rowKind } from '../model/row.js';
import { hop, hopRows, moved } from './delivery-hops.js';
import {
  agencyIndex,
  EVERY_MONTH,
  issuedPostings,
  monthRows,
  rewordedPostings,
} from './search/postings.js';

const signature = z.object({
  holder: z.enum(['organisation', 'person']),
  outcome: z.enum(['verified', 'invalid', 'unknown-issuer', 'expired']),
  serial: z.string(),
});

/** Something that happened to the document itself. */
const change = hop.extend({
  /** What stood there before, where a new version wrote it anew. */
  before: z
    .object({ code: z.string(), subject: z.string(), signatures: z.array(signature).readonly() })
    .optional(),
});

export type Change = z.infer<typeof change>;

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
    status: z.enum(['issued', 'replaced', 'revoked']),
    revision: z.number(),
    /** On the latest version. */
    signatures: z.array(signature).readonly(),
    /** What happened to the document itself since it was issued. */
    changes: z.array(change).readonly(),
    recipients: z
      .array(
        z.object({
          agency: z.string(),
          code: z.string(),
          level: z.string(),
          channel: z.enum(['electronic', 'paper', 'both']),
          via: z.enum(['local', 'axis']),
          /** The sequence by which it joined the others; absent for those of the issue. */
          since: z.number().optional(),
        }),
      )
      .readonly(),
  }),
);

/** Our ids of the documents that bear a DocumentId, in the order in which they came. */
export const headerRows = rowKind(
  'header',
  z.object({ documents: z.array(z.string()).readonly() }),
);

/** The sender's text is opaque, of any length and script: its digest makes the key. */
export const headerRowId = (headerDocumentId: string): string => sha256(headerDocumentId);

/** What became of each document, delivery by delivery; and what documents are found by. */
export const documents: Projection = {
  name: 'documents',
  version: '5',
  reads: ({ message, ...event }) => {
    if (event.category === 'document') {
      return event.event.type === 'DocumentIssued'
        ? [
            headerRows.address(headerRowId(event.event.header.documentId)),
            monthRows.address(EVERY_MONTH),
          ]
        : [traceRows.address(message.aggregateId)];
    }
    if (event.category !== 'delivery') return [];
    const row = hopRows.address(message.aggregateId);
    return event.event.type === 'DeliveryRerouted'
      ? [row, traceRows.address(event.event.document)]
      : [row];
  },
  fold: (event, known) => {
    if (event.category === 'document') return changed(event.message, event.event, known);
    if (event.category === 'delivery') {
      return [
        moved(event.message, event.event, known),
        ...beside(event.message, event.event, known),
      ];
    }
    return [];
  },
};

type Place = Recorded['message'];
type TraceRow = ReturnType<typeof traceRows.read>;

const changed = (message: Place, event: DocumentEvent, known: Known): readonly Effect[] => {
  if (event.type === 'DocumentIssued') return issued(message, event, known);
  const { aggregateId, sequence } = message;
  const before = expectRow(known, traceRows, aggregateId);
  const { type, at } = event;
  const { code, subject, signatures } = before;
  const made: Change = {
    ...{ at, type, agency: before.sender, sequence },
    ...(type === 'DocumentUpdated' ? { before: { code, subject, signatures } } : {}),
  };
  const changes = [...before.changes, made];
  const next = changeOf(before, event, { known, sequence });
  return [
    traceRows.put(aggregateId, { ...before, ...next, changes }),
    ...(event.type === 'DocumentUpdated' ? updatedPostings(aggregateId, event, before) : []),
  ];
};

const updatedPostings = (
  document: string,
  { header, added }: DocumentUpdated,
  { code, subject, changes, recipients }: TraceRow,
): readonly Effect[] => {
  const versions = [{ code, subject }, ...changes.flatMap((change) => change.before ?? [])];
  const known = new Set(recipients.map(({ agency }) => agency));
  const joined = new Set(added.map(({ agency }) => agency).filter((id) => !known.has(id)));
  return [
    ...rewordedPostings(document, header, versions),
    ...[...joined].map((agency) => post(agencyIndex(agency), document)),
  ];
};

const changeOf = (
  before: TraceRow,
  event: Exclude<DocumentEvent, DocumentIssued>,
  { known, sequence }: { readonly known: Known; readonly sequence: number },
): Partial<TraceRow> => {
  switch (event.type) {
    case 'DocumentUpdated': {
      const { header, revision, added, signatures, at } = event;
      const { code, subject } = header;
      const joined = added.map((to) => ({ ...traced(to, at, known), since: sequence }));
      const recipients = [...before.recipients, ...joined];
      return { code, subject, revision, signatures, recipients: eachOnce(recipients) };
    }
    case 'DocumentRevoked':
      return { status: 'revoked' };
    case 'DocumentReplaced':
      return { status: 'replaced' };
  }
};

type Traced = TraceRow['recipients'][number];

const eachOnce = (recipients: readonly Traced[]): readonly Traced[] =>
  recipients.filter(
    ({ agency }, index) => recipients.findIndex((each) => each.agency === agency) === index,
  );

const traced = (
  { agency, code, channel, via }: Pick<Recipient, 'agency' | 'code' | 'channel' | 'via'>,
  at: number,
  { directory }: Known,
): Traced => {
  const level = directory.agency(agency, localDate(at))?.placement.level ?? 'unknown';
  return { agency, code, level, channel, via };
};

const issued = (
  { aggregateId, sequence }: Place,
  { sender, header, recipients, signatures, at }: DocumentIssued,
  known: Known,
): readonly Effect[] => {
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
      senderCode: known.directory.agency(sender, localDate(at))?.code ?? '',
      issuedAt: at,
      sequence,
      status: 'issued',
      revision: 1,
      signatures,
      changes: [],
      recipients: recipients.map((recipient) => traced(recipient, at, known)),
    }),
    ...issuedPostings(
      aggregateId,
      { code, subject, agencies: [sender, ...recipients.map(({ agency }) => agency)], at },
      known,
    ),
  ];
};

/** What a delivery changes beside its own row: a successor joins the recipients. */
const beside = ({ sequence }: Place, event: DeliveryEvent, known: Known): readonly Effect[] => {
  if (event.type !== 'DeliveryRerouted') return [];
  const { document, recipient, successor, at } = event;
  const before = expectRow(known, traceRows, document);
  const closed = before.recipients.find(({ agency }) => agency === recipient);
  const inside = known.directory.agency(successor, localDate(at))?.realm === 'inside';
  const to = { code: '', channel: 'electronic', ...closed, agency: successor } as const;
  const joined = {
    ...traced({ ...to, via: inside ? 'local' : 'axis' }, at, known),
    since: sequence,
  };
  const recipients = eachOnce([...before.recipients, joined]);
  return [
    traceRows.put(document, { ...before, recipients }),
    ...(recipients.length > before.recipients.length
      ? [post(agencyIndex(successor), document)]
      : []),
  ];
};
