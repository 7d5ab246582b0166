import { type Recorded } from '@lienthong/contracts';
import {
  type AnswerCode,
  type DeliveryEvent,
  type DocumentEvent,
  type DocumentIssued,
  type DocumentUpdated,
  type Recipient,
  type Said,
  type StatusCode,
} from '@lienthong/documents';
import { localDate } from '@lienthong/kernel';
import { type z } from 'zod';
import { partiesOf } from '../model/parties.js';
import { expectRow, type Known, type Projection } from '../model/projection.js';
import { append, type Effect } from '../model/row.js';
import {
  type address,
  type Arrival,
  cardId,
  cards,
  inboxStream,
  type notice,
  routes,
  statusStream,
} from './inbox-rows.js';

/** The inbox of each recipient, and for each sender what became of what it sent. */
export const inbox: Projection = {
  name: 'inbox',
  version: '3',
  reads: (event) => {
    if (event.category === 'delivery') {
      return [routes.address(partiesOf(event.message.aggregateId).document)];
    }
    const isChange =
      event.category === 'document' &&
      (event.event.type === 'DocumentUpdated' || event.event.type === 'DocumentRevoked');
    return isChange ? [routes.address(event.message.aggregateId)] : [];
  },
  fold: (event, known) => {
    if (event.category === 'document') return changed(event.message, event.event, known);
    if (event.category === 'delivery') return moved(event.message, event.event, known);
    return [];
  },
};

const changed = (
  { aggregateId }: Recorded['message'],
  event: DocumentEvent,
  known: Known,
): readonly Effect[] => {
  switch (event.type) {
    case 'DocumentIssued':
      return issued(aggregateId, event, known);
    case 'DocumentUpdated':
      return updated(aggregateId, event, known);
    case 'DocumentRevoked': {
      const route = expectRow(known, routes, aggregateId);
      return [routes.put(aggregateId, { ...route, revoked: event.reason })];
    }
    case 'DocumentReplaced':
      return [];
  }
};

const issued = (
  document: string,
  event: DocumentIssued,
  { directory }: Known,
): readonly Effect[] => {
  const { sender, header, recipients, at } = event;
  const inside = directory.agency(sender, localDate(at))?.realm === 'inside';
  const { documentId: headerDocumentId } = header;
  return [
    cards.put(cardId(document), cardOf(sender, event, directory)),
    routes.put(document, {
      sender,
      headerDocumentId,
      inside,
      to: addresses(recipients, 1),
      reasons: {},
      revision: 1,
    }),
  ];
};

const updated = (document: string, event: DocumentUpdated, known: Known): readonly Effect[] => {
  const route = expectRow(known, routes, document);
  const { sender, to, reasons } = route;
  const { added, revision, reason } = event;
  return [
    cards.put(cardId(document, revision), cardOf(sender, event, known.directory)),
    routes.put(document, {
      ...route,
      to: { ...addresses(added, revision), ...to },
      reasons: { ...reasons, [revision]: reason },
      revision,
    }),
  ];
};

type Shown = Pick<DocumentIssued, 'header' | 'attachments' | 'packet' | 'at'>;

const cardOf = (
  sender: string,
  { header, attachments, packet, at }: Shown,
  directory: Known['directory'],
): ReturnType<typeof cards.read> => {
  const { documentId: headerDocumentId, code, typeName, subject, priority, dueOn } = header;
  const agency = directory.agency(sender, localDate(at));
  return {
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
};

const addresses = (
  recipients: readonly Recipient[],
  revision: number,
): Readonly<Record<string, z.infer<typeof address>>> =>
  Object.fromEntries(recipients.map(({ agency, code, via }) => [agency, { code, via, revision }]));

const moved = (
  { aggregateId }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): readonly Effect[] => {
  const { recipient, document } = partiesOf(aggregateId);
  const route = expectRow(known, routes, document);
  const told = (entry: Partial<Arrival>): readonly Effect[] =>
    tell(recipient, document, route, { toldAt: event.at, ...entry });
  const heard = (code: StatusCode | AnswerCode, said: Said): readonly Effect[] =>
    hear({ recipient, document, route }, code, said);
  switch (event.type) {
    case 'DeliverySent':
      return told({});
    case 'TakeBackRequested':
      return told({ kind: 'take-back', description: event.description });
    case 'UpdateRequested': {
      const { revision } = event;
      return told({ kind: 'update', revision, description: route.reasons[revision] ?? '' });
    }
    case 'DeliveryRevoked': {
      const { revision, revoked = '' } = route;
      return told({ kind: 'revocation', revision, description: revoked });
    }
    case 'StatusReported':
    case 'StatusReportedLate':
      return heard(event.code, event);
    case 'RequestAgreed':
    case 'RevocationAcknowledged':
      return heard('15', event);
    case 'RequestDeclined':
      return heard('16', event);
    case 'DeliveryRerouted':
      return [routes.put(document, succeeded(route, event, known))];
    case 'DeliveryRouted':
    case 'PaperDispatched':
    case 'DeliveryParked':
    case 'UpdateMissed':
      return [];
  }
};

type Route = ReturnType<typeof routes.read>;

/** Inboxes are of those inside; those outside are told over the axis. */
const tell = (
  recipient: string,
  document: string,
  { to }: Route,
  said: Partial<Arrival> & Pick<Arrival, 'toldAt'>,
): readonly Effect[] => {
  const reached = to[recipient];
  if (reached?.via !== 'local') return [];
  const { code, revision } = reached;
  const entry: Arrival = { document, code, kind: 'document', revision, description: '', ...said };
  return [append(inboxStream(recipient), entry)];
};

interface Way {
  readonly recipient: string;
  readonly document: string;
  readonly route: Route;
}

const hear = (
  { recipient, document, route }: Way,
  statusCode: StatusCode | AnswerCode,
  { description, at, ...event }: Said & { readonly type?: string },
): readonly Effect[] => {
  const { sender, headerDocumentId, inside, to } = route;
  if (!inside) return [];
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

/** The successor is reached as what it is, by the code that the sender wrote. */
const succeeded = (
  route: Route,
  { recipient, successor, at }: Extract<DeliveryEvent, { type: 'DeliveryRerouted' }>,
  { directory }: Known,
): Route => {
  const inside = directory.agency(successor, localDate(at))?.realm === 'inside';
  const via = inside ? 'local' : 'axis';
  const closed = { code: '', revision: 1, ...route.to[recipient] };
  return { ...route, to: { [successor]: { ...closed, via }, ...route.to } };
};
