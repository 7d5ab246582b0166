import { AxisRefused } from '@lienthong/connector';
import { deliveryAggregate, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import {
  deliveryIdOf,
  type DocumentIssued,
  type Recipient,
  type Status,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../tenant.js';
import { AxisPacketWriter } from './axis-packet.writer.js';
import { isAway } from './axis.failures.js';
import { AxisSender } from './axis.sender.js';
import { type Task } from './backlog.js';
import { BacklogProcess } from './backlog.process.js';
import { causeOf } from './routing.process.js';

/**
 * Takes to the axis what is addressed to agencies behind it, and what ours say of documents that came over it.
 *
 * At least once: after a crash a packet may be sent again; its bytes are the same, and the axis knows them.
 */
@Injectable()
export class AxisOutboundProcess extends BacklogProcess {
  constructor(
    private readonly store: EventStore,
    private readonly writer: AxisPacketWriter,
    private readonly sender: AxisSender,
    private readonly tenant: Tenant,
  ) {
    super('axis-outbound', store, passing);
  }

  protected override taskOf({ message, ...recorded }: Recorded): Task | undefined {
    const { sequence, aggregateId: key } = message;
    if (recorded.category === 'document') {
      const { event } = recorded;
      if (!event.recipients.some(byAxis)) return undefined;
      return { sequence, key, run: () => this.sendDocument(message, event) };
    }
    if (recorded.category !== 'delivery') return undefined;
    const { event } = recorded;
    if (event.type !== 'StatusReported' && event.type !== 'StatusReportedLate') return undefined;
    return { sequence, key, run: () => this.sendStatus(message, event) };
  }

  private async sendDocument(message: RecordedMessage, event: DocumentIssued): Promise<void> {
    if (!(await this.sender.send(message, 'edoc', () => this.writer.document(event)))) return;
    await Promise.all(
      event.recipients.filter(byAxis).map((to) => this.confirm(to, message, event)),
    );
  }

  /** Routing may not have come so far yet: the same command twice is one route. */
  private async confirm(
    to: Recipient,
    message: RecordedMessage,
    event: DocumentIssued,
  ): Promise<void> {
    const document = message.aggregateId;
    const id = deliveryIdOf(to.agency, document);
    const at = this.tenant.clock.after(event.at);
    const { sender } = event;
    const { agency: recipient, via, channel } = to;
    const route = { type: 'RouteDelivery', document, sender, recipient, via, channel, at } as const;
    const cause = causeOf(message);
    await this.store.handle(deliveryAggregate, id, route, cause);
    await this.store.handle(deliveryAggregate, id, { type: 'ConfirmSent', at }, cause);
  }

  private async sendStatus(message: RecordedMessage, event: Status): Promise<void> {
    await this.sender.send(message, 'status', () => this.writer.status(message, event));
  }
}

const byAxis = ({ via, channel }: Recipient): boolean => via === 'axis' && channel !== 'paper';

const passing = (error: unknown): boolean => isAway(error) || error instanceof AxisRefused;
