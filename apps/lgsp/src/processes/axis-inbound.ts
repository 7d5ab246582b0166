import { AxisClient, type AxisMessageType } from '@lienthong/connector';
import { type Packet, readPacket } from '@lienthong/edxml';
import { EventTooLarge } from '@lienthong/event-store';
import { type Instant, Refusal } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { BusinessTime } from '../http/business-time.js';
import { AxisIntake } from './axis-intake.js';
import { Parking } from './parking.js';

const PAGE_SIZE = 100;
const PACKET_TYPE = 'application/edxml+xml';

/**
 * Brings in what the axis holds for this province.
 *
 * Each packet is acknowledged `done` only after our own durable write; until then it stays in the axis's list.
 */
@Injectable()
export class AxisInbound {
  constructor(
    private readonly axis: AxisClient,
    private readonly intake: AxisIntake,
    private readonly parking: Parking,
    private readonly time: BusinessTime,
  ) {}

  /** Empties both lists. Returns how many packets there were. */
  async fetchAll(): Promise<number> {
    const documents = await this.fetchList('edoc');
    return documents + (await this.fetchList('status'));
  }

  private async fetchList(messagetype: AxisMessageType): Promise<number> {
    let found = 0;
    for (;;) {
      const page = { messagetype, pageSize: PAGE_SIZE, pageIndex: 0 };
      const items = await this.axis.getReceivedEdocList(page);
      if (items.length === 0) return found;
      found += items.length;
      const packets = await inParallel(items, ({ id }) => this.axis.getEdoc(id));
      // All are begun in the order of the list: what concerns one delivery takes effect in that order.
      await Promise.all(packets.map((bytes) => this.take(messagetype, bytes)));
      await inParallel(items, ({ id }) => this.axis.updateStatus(id, 'done'));
    }
  }

  /** Takes the packet in, or parks it: either way it is ours when this resolves. */
  private async take(messagetype: AxisMessageType, bytes: Uint8Array): Promise<void> {
    let borne: Instant | undefined;
    try {
      const packet = readPacket(bytes);
      borne = timeBorneBy(packet);
      await this.intake.take(packet, bytes, this.time.as(borne));
    } catch (error) {
      // What is not in the packet but in the world passes, and the packet stays in the axis's list.
      if (!(error instanceof Refusal || error instanceof EventTooLarge)) throw error;
      const source = `from-axis-${messagetype}`;
      const at = this.time.as(borne);
      await this.parking.park({ source, bytes, mediaType: PACKET_TYPE, error, at });
    }
  }
}

const timeBorneBy = (packet: Packet): Instant | undefined =>
  packet.kind === 'status'
    ? packet.timestamp
    : packet.trace.findLast(({ timestamp }) => timestamp !== undefined)?.timestamp;

const AT_ONCE = 8;

const inParallel = async <T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
};
