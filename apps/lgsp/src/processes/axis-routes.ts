import {
  decodeRecorded,
  deliveryAggregate,
  documentAggregate,
  type RecordedMessage,
} from '@lienthong/contracts';
import { deliveryIdOf, type Recipient } from '@lienthong/documents';
import { type Cause, EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { byAxis } from '../documents/axis-room.js';
import { causeOf } from './routing.process.js';

/** A version of a document that went to the axis, and the event by which it was sent there. */
export interface Consignment {
  readonly document: string;
  readonly sender: string;
  /** 1 as issued. */
  readonly revision: number;
  readonly at: Instant;
  readonly cause: Cause;
}

/** What the axis tells may overtake our own routing; then the route is made here, by the same command. */
@Injectable()
export class AxisRoutes {
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
  ) {}

  /** The axis has accepted the document for this recipient. */
  async confirm(consignment: Consignment, to: Recipient): Promise<void> {
    await this.route(consignment, to);
    const id = deliveryIdOf(to.agency, consignment.document);
    const at = this.tenant.clock.after(consignment.at);
    await this.store.handle(deliveryAggregate, id, { type: 'ConfirmSent', at }, consignment.cause);
  }

  /**
   * Makes the delivery that `agency` speaks of, where its document was addressed to it over the axis.
   * Resolves in the order of the calls.
   */
  prepare(agency: string, documentId: string): Promise<void> {
    const prepared = this.turn.then(() => this.routeOnce(agency, documentId));
    this.turn = prepared.catch(() => undefined);
    return prepared;
  }

  private async routeOnce(agency: string, documentId: string): Promise<void> {
    const id = deliveryIdOf(agency, documentId);
    const { state: delivery } = await this.store.load(deliveryAggregate, id);
    if (delivery.status !== 'unrouted') return;
    const { state: document, firstSequence } = await this.store.load(documentAggregate, documentId);
    if (document.status === 'unissued') return;
    const to = document.recipients.find((each) => each.agency === agency && byAxis(each));
    if (to !== undefined) await this.route(await this.issuedAt(firstSequence), to);
  }

  private async route(consignment: Consignment, to: Recipient): Promise<void> {
    const { document, sender, revision, cause } = consignment;
    const { agency: recipient, via, channel } = to;
    const at = this.tenant.clock.after(consignment.at);
    await this.store.handle(
      deliveryAggregate,
      deliveryIdOf(recipient, document),
      { type: 'RouteDelivery', document, sender, recipient, via, channel, revision, at },
      cause,
    );
  }

  private async issuedAt(sequence: number): Promise<Consignment> {
    const found: Consignment[] = [];
    await this.store.read({
      from: sequence,
      until: sequence,
      signal: new AbortController().signal,
      onMessages: (messages) => {
        found.push(...messages.flatMap(consignmentOf));
        return Promise.resolve();
      },
    });
    const [consignment] = found;
    if (consignment === undefined) throw new Error(`no document was issued at ${String(sequence)}`);
    return consignment;
  }
}

const consignmentOf = (recorded: RecordedMessage): readonly Consignment[] => {
  const { message, category, event } = decodeRecorded(recorded);
  if (category !== 'document' || event.type !== 'DocumentIssued') return [];
  const { sender, at } = event;
  return [{ document: message.aggregateId, sender, revision: 1, at, cause: causeOf(message) }];
};
