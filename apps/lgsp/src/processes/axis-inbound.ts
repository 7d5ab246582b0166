import { AxisClient, type AxisMessageType } from '@lienthong/connector';
import { type Packet, readPacket } from '@lienthong/edxml';
import { isFinal } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { EDXML_TYPE } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { AxisIntake } from './axis-intake.js';
import { isAway } from './axis.failures.js';
import { Parking } from './parking.js';

const PAGE_SIZE = 100;
/** Packets that are in memory together; one may have 50 MB. */
const AT_ONCE = 8;

interface Item {
  /** Of the packet, on the axis. */
  readonly id: string;
}

/**
 * Brings in what the axis holds for this province.
 *
 * Each packet is acknowledged `done` only after our own durable write; until then it stays in the axis's list.
 */
@Injectable()
export class AxisInbound {
  private readonly logger = new Logger('axis-inbound');

  constructor(
    private readonly axis: AxisClient,
    private readonly intake: AxisIntake,
    private readonly parking: Parking,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Empties both lists but for what fails by itself, which is logged and left in its list for the next look.
   * Returns how many packets came in.
   *
   * @throws {AxisUnreachable} and the store's own errors: whatever else is tried would fail as well
   */
  async fetchAll(): Promise<number> {
    const documents = await this.fetchList('edoc');
    return documents + (await this.fetchList('status'));
  }

  private async fetchList(messagetype: AxisMessageType): Promise<number> {
    const tried = new Set<string>();
    let found = 0;
    let pageIndex = 0;
    for (;;) {
      const page = { messagetype, pageSize: PAGE_SIZE, pageIndex };
      const items = await this.axis.getReceivedEdocList(page);
      if (items.length === 0) return found;
      const untried = items.filter(({ id }) => !tried.has(id));
      // What was settled has left the list, and others have moved up; a page of what failed stays as it is.
      if (untried.length === 0) pageIndex += 1;
      for (const { id } of untried) tried.add(id);
      for (const few of inChunks(untried)) found += await this.bringIn(messagetype, few);
    }
  }

  /** Few enough to be held in memory together. Returns how many are settled. */
  private async bringIn(type: AxisMessageType, items: readonly Item[]): Promise<number> {
    const fetched = await this.each(items, async ({ id }) => ({
      id,
      bytes: await this.axis.getEdoc(id),
    }));
    // Begun in the order of the list: of those that were fetched, what concerns one document takes effect in that order.
    const taken = await this.each(fetched, async ({ id, bytes }) => {
      await this.take(type, bytes);
      return { id };
    });
    const settled = await this.each(taken, ({ id }) => this.axis.updateStatus(id, 'done'));
    return settled.length;
  }

  /** What the work made of the items that did not fail by themselves, in their order. */
  private async each<T extends Item, R>(
    items: readonly T[],
    work: (item: T) => Promise<R>,
  ): Promise<readonly R[]> {
    const attempts = items.map(async (item) => {
      try {
        return [await work(item)];
      } catch (error) {
        if (isAway(error)) throw error;
        this.logger.error({ err: error, packet: item.id }, 'a packet is left on the axis');
        return [];
      }
    });
    return (await Promise.all(attempts)).flat();
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
      if (!isFinal(error)) throw error;
      const source = `from-axis-${messagetype}`;
      const at = this.time.as(borne);
      await this.parking.park({ source, bytes, mediaType: EDXML_TYPE, error, at });
    }
  }
}

const timeBorneBy = (packet: Packet): Instant | undefined =>
  packet.kind === 'status'
    ? packet.timestamp
    : packet.trace.findLast(({ timestamp }) => timestamp !== undefined)?.timestamp;

const inChunks = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) =>
    items.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
