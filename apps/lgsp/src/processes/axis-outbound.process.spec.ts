import { describe, expect, it } from '@jest/globals';
import { deliveryEvents, subjectOf } from '@lienthong/contracts';
import { type DeliveryEvent } from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { type Of } from '../log/follows.js';
import { AxisOutboundProcess } from './axis-outbound.process.js';
import { type AxisPacketWriter } from './axis-packet.writer.js';
import { type AxisRoutes } from './axis-routes.js';
import { AxisShipper } from './axis-shipper.js';
import { type AxisShipments } from './axis-shipments.js';
import { type AxisSender } from './axis.sender.js';

const at = instant('2020-03-02T08:00:00+07:00');

const event: DeliveryEvent = {
  type: 'StatusReported',
  code: '01',
  description: '',
  timestamp: at,
  personal: new Uint8Array(),
  at,
};

const reported = (delivery: string): Of<'delivery'> => ({
  category: 'delivery',
  event,
  message: {
    ...deliveryEvents.encode(event),
    id: delivery,
    source: 'lgsp',
    subject: subjectOf('H39', 'delivery', delivery),
    at,
    tenant: 'H39',
    category: 'delivery',
    aggregateId: delivery,
    version: 1,
    sequence: 1,
  },
});

/** An axis that does not answer. */
class Waiting extends AxisShipper {
  asked = 0;

  constructor() {
    const nothing: object = {};
    super(nothing as AxisPacketWriter, nothing as AxisSender, nothing as AxisRoutes);
  }

  override concerns({ aggregateId }: Of<'delivery'>['message']): Promise<boolean> {
    return Promise.resolve(aggregateId.startsWith('outside'));
  }

  override pass(): Promise<boolean> {
    this.asked += 1;
    return new Promise(() => undefined);
  }
}

describe('what is said of a delivery', () => {
  it('inside does not wait for an axis that is away, however much waits for it', async () => {
    const shipper = new Waiting();
    const nothing: object = {};
    const outbound = new AxisOutboundProcess(nothing as AxisShipments, shipper);
    for (let each = 0; each < 100; each += 1)
      void outbound.delivery(reported(`outside.${String(each)}`));
    await outbound.delivery(reported('inside.0'));
    expect(shipper.asked).toBeGreaterThan(0);
    expect(shipper.asked).toBeLessThan(100);
  });
});
