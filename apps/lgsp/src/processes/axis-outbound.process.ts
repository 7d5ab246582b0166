import { type RecordedMessage } from '@lienthong/contracts';
import { type DocumentIssued, type Status } from '@lienthong/documents';
import { type BeforeApplicationShutdown } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { AxisPacketWriter } from './axis-packet.writer.js';
import { AxisRoutes, byAxis } from './axis-routes.js';
import { AxisSender } from './axis.sender.js';
import { Outlet } from './outlet.js';

const AXIS_OUTBOUND: FollowerOptions = { name: 'axis-outbound', kept: 'log' };

/**
 * Takes to the axis what is addressed to agencies behind it, and what ours say of documents that came over it.
 *
 * At least once: after a crash a packet may be sent again; its bytes are the same, and the axis knows them.
 */
@LogHandlers()
export class AxisOutboundProcess implements BeforeApplicationShutdown {
  private readonly outlet = new Outlet();

  constructor(
    private readonly writer: AxisPacketWriter,
    private readonly sender: AxisSender,
    private readonly routes: AxisRoutes,
  ) {}

  @Follows(AXIS_OUTBOUND, 'document')
  async document(@Payload() { message, event }: Of<'document'>): Promise<void> {
    if (!event.recipients.some(byAxis)) return;
    await this.outlet.send(() => this.sendDocument(message, event));
  }

  @Follows(AXIS_OUTBOUND, 'delivery')
  async delivery(@Payload() { message, event }: Of<'delivery'>): Promise<void> {
    if (event.type !== 'StatusReported' && event.type !== 'StatusReportedLate') return;
    await this.outlet.send(() => this.sendStatus(message, event));
  }

  beforeApplicationShutdown(): void {
    this.outlet.stop();
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
