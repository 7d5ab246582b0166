import { type DeliveryEvent } from '@lienthong/documents';
import { type BeforeApplicationShutdown } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { type FollowerOptions, Follows, LogHandlers, type Of } from '../log/follows.js';
import { AxisShipments } from './axis-shipments.js';
import { AxisShipper, type Word } from './axis-shipper.js';
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
    private readonly shipments: AxisShipments,
    private readonly shipper: AxisShipper,
  ) {}

  @Follows(AXIS_OUTBOUND, 'document')
  async document(@Payload() { message, event }: Of<'document'>): Promise<void> {
    const shipments = await this.shipments.of(message, event);
    if (shipments.length > 0) await this.outlet.send(() => this.shipper.ship(message, shipments));
  }

  @Follows(AXIS_OUTBOUND, 'delivery')
  async delivery(@Payload() { message, event }: Of<'delivery'>): Promise<void> {
    if (event.type === 'DeliveryRerouted') {
      const shipments = await this.shipments.rerouted(event);
      if (shipments.length > 0) await this.outlet.send(() => this.shipper.ship(message, shipments));
      return;
    }
    const word = wordOf(event);
    // What is said inside does not wait for an axis that is away.
    if (word === undefined || !(await this.shipper.concerns(message, word))) return;
    await this.outlet.send(() => this.shipper.pass(message, word));
  }

  beforeApplicationShutdown(): void {
    this.outlet.stop();
  }
}

const wordOf = (event: DeliveryEvent): Word | undefined => {
  switch (event.type) {
    case 'StatusReported':
    case 'StatusReportedLate':
      return { code: event.code, said: event };
    case 'TakeBackRequested':
      return { code: '13', said: event };
    case 'RequestAgreed':
    case 'RevocationAcknowledged':
      return { code: '15', said: event };
    case 'RequestDeclined':
      return { code: '16', said: event };
    default:
      return undefined;
  }
};
