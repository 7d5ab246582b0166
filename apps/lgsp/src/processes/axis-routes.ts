import {
  decodeRecorded,
  deliveryAggregate,
  documentAggregate,
  type RecordedMessage,
} from '@lienthong/contracts';
import { deliveryIdOf, type DocumentIssued, type Recipient } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { causeOf } from './routing.process.js';

/** A document's event, and where it stands in the log. */
export interface Issue {
  readonly message: RecordedMessage;
  readonly event: DocumentIssued;
}

/** Reached over the axis, and not on paper alone. */
export const byAxis = ({ via, channel }: Recipient): boolean =>
  via === 'axis' && channel !== 'paper';

/** What the axis tells may overtake our own routing; then the route is made here, by the same command. */
@Injectable()
export class AxisRoutes {
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly tenant: Tenant,
  ) {}

  /** The axis has accepted the document for this recipient. */
  async confirm(issue: Issue, to: Recipient): Promise<void> {
    await this.route(issue, to);
    const { message, event } = issue;
    const id = deliveryIdOf(to.agency, message.aggregateId);
    const at = this.tenant.clock.after(event.at);
    await this.store.handle(deliveryAggregate, id, { type: 'ConfirmSent', at }, causeOf(message));
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
    if (to !== undefined) await this.route(await this.issueAt(firstSequence), to);
  }

  private async route({ message, event }: Issue, to: Recipient): Promise<void> {
    const document = message.aggregateId;
    const id = deliveryIdOf(to.agency, document);
    const { agency: recipient, via, channel } = to;
    const { sender } = event;
    const at = this.tenant.clock.after(event.at);
    const route = { type: 'RouteDelivery', document, sender, recipient, via, channel, at } as const;
    await this.store.handle(deliveryAggregate, id, route, causeOf(message));
  }

  private async issueAt(sequence: number): Promise<Issue> {
    const found: Issue[] = [];
    await this.store.read({
      from: sequence,
      until: sequence,
      signal: new AbortController().signal,
      onMessages: (messages) => {
        for (const { message, ...recorded } of messages.map(decodeRecorded)) {
          if (recorded.category === 'document') found.push({ message, event: recorded.event });
        }
        return Promise.resolve();
      },
    });
    const [issue] = found;
    if (issue === undefined) throw new Error(`no document was issued at ${String(sequence)}`);
    return issue;
  }
}
