import { type SystemView } from '@lienthong/directory';
import { Injectable } from '@nestjs/common';
import { StatusesService } from '../statuses/statuses.service.js';
import { CompatFeed, type Item, type ItemPage } from './compat-feed.js';
import { CompatPackets } from './compat-packets.js';
import { type MessageType, type ReceivedItem, timeText } from './compat.answers.js';
import { DocIdUnknown } from './compat.errors.js';
import { type UpdateStatusRequest } from './compat.requests.js';
import { docIdOf, docRefOf } from './doc-id.js';
import { Parties } from './parties.js';

/** Told to the sender when the system that received a document could make nothing of it. */
const NOT_TAKEN = 'Hệ thống nhận báo không tiếp nhận được gói tin (updateStatus: fail)';

/** Gives out what came for a system, until it is acknowledged. */
@Injectable()
export class CompatReceiving {
  constructor(
    private readonly feed: CompatFeed,
    private readonly packets: CompatPackets,
    private readonly statuses: StatusesService,
    private readonly parties: Parties,
  ) {}

  async waiting(
    system: SystemView,
    type: MessageType,
    page: ItemPage,
  ): Promise<readonly ReceivedItem[]> {
    const items = await this.feed.waiting(system, type, page);
    return items.map((item) => this.told(item, type));
  }

  count(system: SystemView, type: MessageType): Promise<number> {
    return this.feed.count(system, type);
  }

  /** @throws {DocIdUnknown | PacketTooLarge} */
  async packet(system: SystemView, docId: string): Promise<Uint8Array> {
    return this.packets.of(await this.item(system, docId));
  }

  /**
   * `done` and `fail` take the packet from its list. Of a document they are told to its sender as well: 01, unless its
   * arrival was reported before, and 02.
   *
   * @throws {DocIdUnknown}
   */
  async acknowledge(
    system: SystemView,
    docId: string,
    status: UpdateStatusRequest['status'],
  ): Promise<void> {
    const item = await this.item(system, docId);
    if (status === 'processing') return;
    if (item.kind === 'arrival' && item.entry.kind === 'document') {
      await this.report(item, status === 'done');
    }
    await this.feed.acknowledge(system, item);
  }

  private async report(
    { entry }: Extract<Item, { kind: 'arrival' }>,
    taken: boolean,
  ): Promise<void> {
    const speaker = this.parties.agency(entry.recipient, entry.toldAt);
    if (speaker === undefined) return;
    await this.statuses.report(speaker, {
      documentId: entry.documentId,
      code: taken ? '01' : '02',
      description: taken ? '' : NOT_TAKEN,
      at: this.parties.after(entry.toldAt),
    });
  }

  private async item(system: SystemView, docId: string): Promise<Item> {
    const ref = docRefOf(docId);
    const item = ref === undefined ? undefined : await this.feed.find(system, ref);
    if (item === undefined) throw new DocIdUnknown(docId);
    return item;
  }

  private told(item: Item, messagetype: MessageType): ReceivedItem {
    const { kind, entry } = item;
    const [from, to, at] =
      kind === 'arrival'
        ? [entry.senderCode, entry.recipientCode, entry.toldAt]
        : [entry.recipientCode, this.parties.codeOf(entry.sender, entry.at), entry.at];
    return {
      id: docIdOf({ kind, sequence: entry.sequence }),
      from,
      to,
      messagetype,
      servicetype: 'eDoc',
      created_time: timeText(at),
    };
  }
}
