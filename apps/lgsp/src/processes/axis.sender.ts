import { AxisClient, type AxisMessageType } from '@lienthong/connector';
import { type RecordedMessage } from '@lienthong/contracts';
import { Refusal } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { EDXML_TYPE } from '../http/body.js';
import { refusedForGood } from './axis.failures.js';
import { asContent, Parking } from './parking.js';

/** `unsent`: the axis was not asked, since there is nothing to send or no packet can be made. */
export type Sent = 'taken' | 'refused' | 'unsent';

/** Hands packets to the axis; what can never be handed over is parked, and stops nobody behind it. */
@Injectable()
export class AxisSender {
  constructor(
    private readonly axis: AxisClient,
    private readonly parking: Parking,
  ) {}

  /**
   * Sends the packet that `write` makes of the event, unless it makes none.
   * What the axis refuses for good is parked, and so is an event of which no packet can be made.
   *
   * @throws {AxisUnreachable} when it is not known whether the axis has it; send the same bytes again
   * @throws {AxisRefused} when the axis does not take it now, such as from an agency that it does not list yet
   */
  async send(
    cause: RecordedMessage,
    type: AxisMessageType,
    write: () => Promise<Uint8Array | undefined>,
  ): Promise<Sent> {
    const source = `to-axis-${type}`;
    const { at } = cause;
    let bytes: Uint8Array | undefined;
    try {
      bytes = await write();
      if (bytes === undefined) return 'unsent';
      await this.axis.sendEdoc(bytes, type);
      return 'taken';
    } catch (error) {
      if (!(refusedForGood(error) || error instanceof Refusal)) throw error;
      const content = bytes === undefined ? asContent(cause) : { bytes, mediaType: EDXML_TYPE };
      await this.parking.park({ source, ...content, error, at });
      return bytes === undefined ? 'unsent' : 'refused';
    }
  }
}
