import { AxisRefused } from '@lienthong/connector';
import { type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { type DocumentIssued, type Status } from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { Injectable } from '@nestjs/common';
import { AxisPacketWriter } from './axis-packet.writer.js';
import { AxisRoutes, byAxis } from './axis-routes.js';
import { isAway } from './axis.failures.js';
import { AxisSender } from './axis.sender.js';
import { type Task } from './backlog.js';
import { BacklogProcess } from './backlog.process.js';

/**
 * Takes to the axis what is addressed to agencies behind it, and what ours say of documents that came over it.
 *
 * At least once: after a crash a packet may be sent again; its bytes are the same, and the axis knows them.
 */
@Injectable()
export class AxisOutboundProcess extends BacklogProcess {
  constructor(
    store: EventStore,
    private readonly writer: AxisPacketWriter,
    private readonly sender: AxisSender,
    private readonly routes: AxisRoutes,
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

  private async sendDocument(message: RecordedMessage, event: DocumentIssued): Promise<boolean> {
    const sent = await this.sender.send(message, 'edoc', () => this.writer.document(event));
    if (sent !== 'taken') return sent !== 'unsent';
    const recipients = event.recipients.filter(byAxis);
    await Promise.all(recipients.map((to) => this.routes.confirm({ message, event }, to)));
    return true;
  }

  private async sendStatus(message: RecordedMessage, event: Status): Promise<boolean> {
    const sent = await this.sender.send(message, 'status', () =>
      this.writer.status(message, event),
    );
    return sent !== 'unsent';
  }
}

const passing = (error: unknown): boolean => isAway(error) || error instanceof AxisRefused;
