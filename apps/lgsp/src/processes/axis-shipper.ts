import { type RecordedMessage } from '@lienthong/contracts';
import { type ReportCode, type Said } from '@lienthong/documents';
import { Injectable } from '@nestjs/common';
import { AxisPacketWriter } from './axis-packet.writer.js';
import { AxisRoutes } from './axis-routes.js';
import { type Shipment } from './axis-shipments.js';
import { AxisSender } from './axis.sender.js';
import { causeOf } from './routing.process.js';

/** What was said of a delivery, as the exchange has it. */
export interface Word {
  readonly code: ReportCode;
  readonly said: Said;
}

/** Takes what an event leads to across to the axis; may be repeated, the axis knows the same bytes. */
@Injectable()
export class AxisShipper {
  constructor(
    private readonly writer: AxisPacketWriter,
    private readonly sender: AxisSender,
    private readonly routes: AxisRoutes,
  ) {}

  /** In the order of the shipments. Returns whether the axis was reached. */
  async ship(message: RecordedMessage, shipments: readonly Shipment[]): Promise<boolean> {
    let reached = false;
    for (const shipment of shipments) {
      reached = (await this.send(message, shipment)) || reached;
    }
    return reached;
  }

  /** Whether the axis is to be told at all. */
  concerns(message: RecordedMessage, { code }: Word): Promise<boolean> {
    return this.writer.isHeardOutside(message, code);
  }

  /** Returns whether the axis was reached. */
  async pass(message: RecordedMessage, { code, said }: Word): Promise<boolean> {
    const sent = await this.sender.send(message, 'status', () =>
      this.writer.status(message, code, said),
    );
    return sent !== 'unsent';
  }

  private async send(message: RecordedMessage, shipment: Shipment): Promise<boolean> {
    const sent = await this.sender.send(message, 'edoc', () => this.writer.document(shipment));
    if (sent !== 'taken') return sent !== 'unsent';
    if (!shipment.isFirst) return true;
    const consignment = { ...shipment, cause: causeOf(message) };
    await Promise.all(shipment.to.map((to) => this.routes.confirm(consignment, to)));
    return true;
  }
}
