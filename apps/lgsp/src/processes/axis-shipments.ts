import { documentAggregate, type RecordedMessage } from '@lienthong/contracts';
import {
  type DeliveryEvent,
  type DocumentEvent,
  type DocumentIssued,
  type DocumentRevoked,
  type DocumentUpdated,
  type IssuedDocument,
  type Recipient,
} from '@lienthong/documents';
import { type Business, type BusinessType } from '@lienthong/edxml';
import { EventStore } from '@lienthong/event-store';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { byAxis } from '../documents/axis-room.js';

/** One packet for the axis: a version of a document, what it asks for, and whom it is for. */
export interface Shipment extends Pick<
  DocumentIssued,
  'sender' | 'header' | 'attachments' | 'packet' | 'personal'
> {
  /** Our id. */
  readonly document: string;
  /** 1 as issued. */
  readonly revision: number;
  readonly businessType: BusinessType;
  readonly business: Business;
  readonly to: readonly Recipient[];
  /** The recipients do not have the document yet: that the axis takes it means that it was sent to them. */
  readonly isFirst: boolean;
  readonly at: Instant;
}

type Rerouted = Extract<DeliveryEvent, { type: 'DeliveryRerouted' }>;

/** Tells what goes to the axis because of an event. */
@Injectable()
export class AxisShipments {
  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
  ) {}

  async of({ aggregateId }: RecordedMessage, event: DocumentEvent): Promise<readonly Shipment[]> {
    switch (event.type) {
      case 'DocumentIssued':
        return addressed([issue(aggregateId, event)]);
      case 'DocumentUpdated':
        return addressed(updates(aggregateId, event, await this.document(aggregateId)));
      case 'DocumentRevoked':
        return addressed([revocation(aggregateId, event, await this.document(aggregateId))]);
      case 'DocumentReplaced':
        return [];
    }
  }

  /** The document as it is now, to a successor behind the axis. */
  async rerouted(event: Rerouted): Promise<readonly Shipment[]> {
    const { document, recipient, successor, at } = event;
    const agency = this.directory.current.agency(successor, localDate(at));
    const state = await this.document(document);
    const closed = state.recipients.find((each) => each.agency === recipient);
    if (agency?.realm !== 'outside' || closed === undefined) return [];
    const { sender, revision, header, attachments, packet } = state;
    const to: Recipient = { ...closed, agency: successor, code: agency.code, via: 'axis' };
    return addressed([
      {
        ...{ document, sender, revision, header, attachments, packet, at },
        personal: new Uint8Array(),
        businessType: 0,
        business: NO_BUSINESS,
        to: [to],
        isFirst: true,
      },
    ]);
  }

  private async document(id: string): Promise<IssuedDocument> {
    const { state } = await this.store.load(documentAggregate, id);
    if (state.status === 'unissued')
      throw new Error(`the log names a document that is not there: ${id}`);
    return state;
  }
}

const NO_BUSINESS: Business = { receivers: [], replacements: [] };

const addressed = (shipments: readonly Shipment[]): readonly Shipment[] =>
  shipments
    .map((shipment) => ({ ...shipment, to: shipment.to.filter(byAxis) }))
    .filter(({ to }) => to.length > 0);

const issue = (document: string, event: DocumentIssued): Shipment => {
  const { replaces, recipients } = event;
  return {
    ...event,
    document,
    revision: 1,
    businessType: replaces.length === 0 ? 0 : 3,
    business: {
      paper: recipients.some(({ channel }) => channel === 'both'),
      receivers: [],
      replacements: replaces.map(({ headerDocumentId }) => ({
        documentId: headerDocumentId,
        organIds: [],
      })),
    },
    to: recipients,
    isFirst: true,
  };
};

const updates = (
  document: string,
  event: DocumentUpdated,
  { sender, recipients }: IssuedDocument,
): readonly Shipment[] => {
  const { added, askedBack, reason, header } = event;
  const joining = new Set(added.map(({ agency }) => agency));
  const asked = recipients.filter(({ agency }) => askedBack.includes(agency));
  const business: Business = {
    documentId: header.documentId,
    reason,
    documentInfo: '1',
    documentReceiver: added.length + asked.length > 0 ? '1' : '0',
    receivers: [
      ...added.map(({ code }) => ({ organId: code, receiverType: '0' })),
      ...asked.map(({ code }) => ({ organId: code, receiverType: '1' })),
    ],
    replacements: [],
  };
  const version = { ...event, document, sender };
  const having = recipients.filter(({ agency }) => !joining.has(agency));
  return [
    { ...version, businessType: 2, business, to: having, isFirst: false },
    { ...version, businessType: 0, business: NO_BUSINESS, to: added, isFirst: true },
  ];
};

const revocation = (
  document: string,
  { reason, packet, personal, at }: DocumentRevoked,
  { sender, header, revision, recipients }: IssuedDocument,
): Shipment => ({
  ...{ document, sender, revision, header, packet, personal, at },
  attachments: [],
  businessType: 1,
  business: { documentId: header.documentId, reason, receivers: [], replacements: [] },
  to: recipients,
  isFirst: false,
});
