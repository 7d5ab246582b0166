import {
  decodePersonal,
  deliveryAggregate,
  documentAggregate,
  type RecordedMessage,
} from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { type DocumentIssued, type Status } from '@lienthong/documents';
import { type DocumentPacket, readPacket } from '@lienthong/edxml';
import { EventStore } from '@lienthong/event-store';
import { type Instant, localDate } from '@lienthong/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { EDXML_TYPES } from '../http/body.js';
import { axisDocument, axisStatus } from './axis-packets.js';
import { AXIS_SYSTEM_ID } from './axis.tokens.js';

/** Writes the packets that this province sends over the axis, from the log and its objects alone. */
@Injectable()
export class AxisPacketWriter {
  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
    @Inject(AXIS_SYSTEM_ID) private readonly systemId: string,
  ) {}

  async document(event: DocumentIssued): Promise<Uint8Array> {
    const personal = decodePersonal(event.personal);
    const names = this.namesAt(event.at);
    const received = await this.received(event);
    if (received !== undefined) {
      const outgoing = {
        event,
        personal,
        contents: new Map<string, Uint8Array>(),
        received,
        names,
      };
      return axisDocument(outgoing, this.systemId);
    }
    const digests = event.attachments.map(({ digest }) => digest);
    const contents = new Map(
      await Promise.all(
        digests.map(async (digest) => [digest, await this.object(digest)] as const),
      ),
    );
    return axisDocument({ event, personal, contents, names }, this.systemId);
  }

  /** Undefined when the document came from here: its sender reads the status at our own door. */
  async status(message: RecordedMessage, event: Status): Promise<Uint8Array | undefined> {
    const delivery = (await this.store.load(deliveryAggregate, message.aggregateId)).state;
    if (delivery.status === 'unrouted') return undefined;
    const names = this.namesAt(message.at);
    if (names(delivery.sender)?.realm !== 'outside') return undefined;
    const document = (await this.store.load(documentAggregate, delivery.document)).state;
    if (document.status === 'unissued') return undefined;
    const { code, description, timestamp: at } = event;
    const { recipient } = delivery;
    const personal = decodePersonal(event.personal);
    return axisStatus({ document, recipient, code, description, personal, at, names });
  }

  private async received({ packet }: DocumentIssued): Promise<DocumentPacket | undefined> {
    if (!EDXML_TYPES.includes(packet.mediaType)) return undefined;
    const read = readPacket(await this.object(packet.digest));
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
