import {
  decodePersonal,
  deliveryAggregate,
  documentAggregate,
  type RecordedMessage,
} from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { type ReceivedPacket, type ReportCode, type Said, TAKE_BACK } from '@lienthong/documents';
import { type DocumentPacket, readPacket } from '@lienthong/edxml';
import { EventStore } from '@lienthong/event-store';
import { type Instant, localDate } from '@lienthong/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { requireRoomOnAxis } from '../documents/axis-room.js';
import { EDXML_TYPES } from '../http/body.js';
import { axisDocument, axisStatus } from './axis-packets.js';
import { type Shipment } from './axis-shipments.js';
import { AXIS_SYSTEM_ID } from './axis.tokens.js';

/** Writes the packets that this province sends over the axis, from the log and its objects alone. */
@Injectable()
export class AxisPacketWriter {
  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
    @Inject(AXIS_SYSTEM_ID) private readonly systemId: string,
  ) {}

  /** @throws {PacketBeyondAxis} when the attachments alone are more than the axis takes */
  async document(shipment: Shipment): Promise<Uint8Array> {
    const personal = decodePersonal(shipment.personal);
    const names = this.namesAt(shipment.at);
    const received = await this.received(shipment.packet);
    if (received !== undefined) {
      const outgoing = { shipment, personal, contents: new Map<string, Uint8Array>(), received };
      return axisDocument({ ...outgoing, names }, this.systemId);
    }
    requireRoomOnAxis(shipment, shipment.to);
    const contents = new Map(
      await Promise.all(
        shipment.attachments.map(
          async ({ digest }) => [digest, await this.object(digest)] as const,
        ),
      ),
    );
    return axisDocument({ shipment, personal, contents, names }, this.systemId);
  }

  /** Whether it is for somebody beyond the axis; those inside read it at our own door. */
  async isHeardOutside(message: RecordedMessage, code: ReportCode): Promise<boolean> {
    const delivery = await this.delivery(message);
    if (delivery === undefined) return false;
    const hearer = code === TAKE_BACK ? delivery.recipient : delivery.sender;
    return this.namesAt(message.at)(hearer)?.realm === 'outside';
  }

  /** Undefined when the log has no such delivery or document. */
  async status(
    message: RecordedMessage,
    code: ReportCode,
    said: Said,
  ): Promise<Uint8Array | undefined> {
    const delivery = await this.delivery(message);
    if (delivery === undefined) return undefined;
    const names = this.namesAt(message.at);
    const document = (await this.store.load(documentAggregate, delivery.document)).state;
    if (document.status === 'unissued') return undefined;
    const { description, timestamp: at } = said;
    const { recipient } = delivery;
    const personal = decodePersonal(said.personal);
    return axisStatus({ document, recipient, code, description, personal, at, names });
  }

  private async delivery({ aggregateId, version: seen }: RecordedMessage) {
    const { state } = await this.store.load(deliveryAggregate, aggregateId, { seen });
    return state.status === 'unrouted' ? undefined : state;
  }

  private async received({
    digest,
    mediaType,
  }: ReceivedPacket): Promise<DocumentPacket | undefined> {
    if (!EDXML_TYPES.includes(mediaType)) return undefined;
    const read = readPacket(await this.object(digest));
    return read.kind === 'document' ? read : undefined;
  }

  private async object(digest: string): Promise<Uint8Array> {
    const bytes = await this.store.objects.get(digest);
    if (bytes === undefined)
      throw new Error(`the log names an object that is not there: ${digest}`);
    return bytes;
  }

  private namesAt(at: Instant): (id: string) => AgencyView | undefined {
    return (id) => this.directory.current.agency(id, localDate(at));
  }
}
