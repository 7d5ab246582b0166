import { AxisClient, type AxisMessageType } from '@lienthong/connector';
import { type Packet, readPacket } from '@lienthong/edxml';
import { isFinal } from '@lienthong/event-store';
import { canonicalJson, type Instant } from '@lienthong/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { EDXML_TYPE } from '../http/body.js';
import { BusinessTime } from '../http/business-time.js';
import { AxisIntake } from './axis-intake.js';
import { isAway } from './axis.failures.js';
import { Failures, type Listed, Look, PATIENCE } from './axis-look.js';
import { Parking } from './parking.js';

const PAGE_SIZE = 100;
/** Packets that are in memory together; one may have 50 MB. */
const AT_ONCE = 8;

/**
 * Brings in what the axis holds for this province.
 *
 * Each packet is acknowledged `done` only after our own durable write; until then it stays in the axis's list.
 */
@Injectable()
export class AxisInbound {
  private readonly logger = new Logger('axis-inbound');
  private readonly failures = new Failures();

  constructor(
    private readonly axis: AxisClient,
    private readonly intake: AxisIntake,
    private readonly parking: Parking,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Empties both lists but for what fails by itself, which is logged and left in its list for the next look, with what its
   * system sent after it. Returns how many packets came in.
   *
   * @throws {AxisUnreachable} and the store's own errors: whatever else is tried would fail as well
   */
  async fetchAll(): Promise<number> {
    const look = new Look();
    const documents = await this.fetchList('edoc', look);
    return documents + (await this.fetchList('status', look));
  }

  private async fetchList(messagetype: AxisMessageType, look: Look): Promise<number> {
    const tried = new Set<string>();
    let found = 0;
    let pageIndex = 0;
    for (;;) {
      const page = { messagetype, pageSize: PAGE_SIZE, pageIndex };
      const items = await this.axis.getReceivedEdocList(page);
      if (items.length === 0) return found;
      const untried = items.filter(({ id }) => !tried.has(id)).map((item) => look.next(item));
      // What was settled has left the list, and others have moved up; a page of what failed stays as it is.
      if (untried.length === 0) pageIndex += 1;
      for (const { id } of untried) tried.add(id);
      for (const few of inChunks(untried)) found += await this.bringIn(messagetype, few, look);
    }
  }

  /** Few enough to be held in memory together. Returns how many are settled. */
  private async bringIn(
    type: AxisMessageType,
    items: readonly Listed[],
    look: Look,
  ): Promise<number> {
    const isFree = (item: Listed): boolean => look.isFree(item);
    const fetched = await this.each(
      items.filter(isFree),
      async (item) => ({ ...item, bytes: await this.axis.getEdoc(item.id) }),
      // What each packet fails with here has nothing to do with those before it.
      (item, error) => this.failed(type, item, { error, look }),
    );
    // Begun in the order of the list: what concerns one document takes effect in that order.
    const taken = await this.each(
      fetched.filter(isFree),
      async (item) => {
        await this.take(type, item.bytes);
        return item;
      },
      (item, error) => {
        if (look.isFree(item)) return this.failed(type, item, { error, look });
        this.log(item, error);
        return [];
      },
    );
    const settled = await this.each(
      taken,
      async ({ id }) => {
        await this.axis.updateStatus(id, 'done');
        this.failures.forget(id);
      },
      (item, error) => {
        this.log(item, error);
        return [];
      },
    );
    return settled.length;
  }

  /**
   * What the work made of the items that did not fail by themselves, in their order.
   *
   * @param failed what is made of one that did
   */
  private async each<T extends Listed, R>(
    items: readonly T[],
    work: (item: T) => Promise<R>,
    failed: (item: T, error: unknown) => Promise<readonly R[]> | readonly R[],
  ): Promise<readonly R[]> {
    const attempts = items.map(async (item) => {
      try {
        return [await work(item)];
      } catch (error) {
        if (isAway(error)) throw error;
        return failed(item, error);
      }
    });
    return (await Promise.all(attempts)).flat();
  }

  /** Holds up what its system sent after it; after many looks it is parked by its name instead, and tried still. */
  private async failed(
    type: AxisMessageType,
    item: Listed,
    { error, look }: { readonly error: unknown; readonly look: Look },
  ): Promise<readonly never[]> {
    this.log(item, error);
    if (this.failures.count(item.id) < PATIENCE) look.holdBehind(item);
    else await this.parkUnread(type, item, error);
    return [];
  }

  private log({ id }: Listed, error: unknown): void {
    this.logger.error({ err: error, packet: id }, 'a packet is left on the axis');
  }

  /** Takes the packet in, or parks it: either way it is ours when this resolves. */
  private async take(type: AxisMessageType, bytes: Uint8Array): Promise<void> {
    let borne: Instant | undefined;
    try {
      const packet = readPacket(bytes);
      borne = timeBorneBy(packet);
      await this.intake.take(packet, bytes, this.time.as(borne));
    } catch (error) {
      // What is not in the packet but in the world passes, and the packet stays in the axis's list.
      if (!isFinal(error)) throw error;
      await this.park(type, bytes, error, borne);
    }
  }

  private park(
    type: AxisMessageType,
    bytes: Uint8Array,
    error: unknown,
    borne?: Instant,
  ): Promise<void> {
    const at = this.time.as(borne);
    const source = `from-axis-${type}`;
    return this.parking.park({ source, bytes, mediaType: EDXML_TYPE, error, at });
  }

  /** By its name alone: it stays in its list, and comes in when it can be fetched after all. */
  private parkUnread(type: AxisMessageType, { id, from }: Listed, error: unknown): Promise<void> {
    const bytes = Buffer.from(canonicalJson({ id, from }));
    const at = this.time.now();
    const source = `from-axis-${type}`;
    return this.parking.park({ source, bytes, mediaType: 'application/json', error, at });
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
