import { AxisClient, type AxisMessageType, AxisRefused } from '@lienthong/connector';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { Parking } from './parking.js';

const PACKET_TYPE = 'application/edxml+xml';

/** Hands packets to the axis. */
@Injectable()
export class AxisSender {
  constructor(
    private readonly axis: AxisClient,
    private readonly parking: Parking,
  ) {}

  /**
   * True when the axis has taken the packet; false when it refused it for good, and the packet is parked.
   *
   * @throws {AxisUnreachable} when it is not known whether the axis has it; send the same bytes again
   */
  async send(bytes: Uint8Array, type: AxisMessageType, at: Instant): Promise<boolean> {
    try {
      await this.axis.sendEdoc(bytes, type);
      return true;
    } catch (error) {
      if (!(error instanceof AxisRefused)) throw error;
      const source = `to-axis-${type}`;
      await this.parking.park({ source, bytes, mediaType: PACKET_TYPE, error, at });
      return false;
    }
  }
}
