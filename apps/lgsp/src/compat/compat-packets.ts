import { documentAggregate, type Personal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { DocumentUnknown, type IssuedDocument, reportCode, TAKE_BACK } from '@lienthong/documents';
import { EventStore, ObjectDamaged } from '@lienthong/event-store';
import { type BusinessType } from '@lienthong/edxml';
import { localDate } from '@lienthong/kernel';
import { type InboxEntry, type StatusEntry } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { readRequest } from '../documents/intake.js';
import { personalOf } from '../documents/versions.js';
import { EDXML_TYPES } from '../http/body.js';
import { axisDocument, axisStatus } from '../processes/axis-packets.js';
import { type Item } from './compat-feed.js';
import { PacketTooLarge } from './compat.errors.js';

/** What the axis takes as one packet. */
const LARGEST_PACKET_BYTES = 50 * 1024 * 1024;

const BUSINESS: Readonly<Record<Exclude<InboxEntry['kind'], 'take-back'>, BusinessType>> = {
  document: 0,
  revocation: 1,
  update: 2,
};

/** Tells what came for a system as the packets that an e-office reads. */
@Injectable()
export class CompatPackets {
  constructor(
    private readonly store: EventStore,
    private readonly directory: DirectoryView,
  ) {}

  /**
   * A packet as its sender handed it in, byte for byte; where there was none, one that says the same.
   *
   * @throws {PacketTooLarge} when its attachments are more than a packet may have
   */
  async of(item: Item): Promise<Uint8Array> {
    if (item.kind === 'notice') return this.notice(item.entry);
    const { entry } = item;
    if (entry.kind === 'take-back') return this.takeBack(entry);
    const isHandedIn = entry.kind !== 'revocation' && EDXML_TYPES.includes(entry.packet.mediaType);
    return isHandedIn
      ? this.object(entry.packet.digest)
      : this.written(entry, BUSINESS[entry.kind]);
  }

  private async written(entry: InboxEntry, businessType: BusinessType): Promise<Uint8Array> {
    const { packet, headerDocumentId, description, toldAt: at } = entry;
    const attachments = businessType === 1 ? [] : entry.attachments;
    const bytes = attachments.reduce((sum, { size }) => sum + size, 0);
    if (bytes > LARGEST_PACKET_BYTES) throw new PacketTooLarge();
    const document = await this.document(entry.documentId);
    const contents = await Promise.all(
      attachments.map(async ({ digest }) => [digest, await this.object(digest)] as const),
    );
    const personal = await this.personalIn(packet);
    const reason = description === '' ? undefined : description;
    const replacements = document.replaces.map((one) => ({
      documentId: one.headerDocumentId,
      organIds: [],
    }));
    const shipment = {
      ...{ document: entry.documentId, revision: entry.revision, sender: entry.sender },
      ...{ packet, attachments, at, personal: new Uint8Array() },
      header: headerOf(entry, document),
      businessType: businessType === 0 && replacements.length > 0 ? 3 : businessType,
      business:
        businessType === 0
          ? { receivers: [], replacements }
          : { documentId: headerDocumentId, reason, receivers: [], replacements: [] },
      to: document.recipients.filter(({ channel }) => channel !== 'paper'),
      isFirst: businessType === 0,
    } as const;
    return axisDocument(
      { shipment, personal, contents: new Map(contents), names: this.names(at) },
      entry.senderCode,
    );
  }

  /** Who signed a version stands in what was handed in; a packet is told as it is. */
  private async personalIn({ digest, mediaType }: InboxEntry['packet']): Promise<Personal> {
    if (EDXML_TYPES.includes(mediaType)) return {};
    return personalOf(readRequest(Buffer.from(await this.object(digest))).request);
  }

  private async takeBack(entry: InboxEntry): Promise<Uint8Array> {
    const { recipient, description, toldAt: at } = entry;
    const document = await this.document(entry.documentId);
    const said = { code: TAKE_BACK, description, personal: {} } as const;
    return axisStatus({ document, recipient, ...said, at, names: this.names(at) });
  }

  private async notice(entry: StatusEntry): Promise<Uint8Array> {
    const { recipient, description, at } = entry;
    const document = await this.document(entry.documentId);
    const said = { code: reportCode(entry.statusCode), description, personal: {} };
    return axisStatus({ document, recipient, ...said, at, names: this.names(at) });
  }

  private async document(id: string): Promise<IssuedDocument> {
    const { state } = await this.store.load(documentAggregate, id);
    if (state.status === 'unissued') throw new DocumentUnknown();
    return state;
  }

  private async object(digest: string): Promise<Uint8Array> {
    const bytes = await this.store.objects.get(digest);
    if (bytes === undefined) throw new ObjectDamaged(digest);
    return bytes;
  }

  private names(at: number): (id: string) => AgencyView | undefined {
    return (id) => this.directory.current.agency(id, localDate(at));
  }
}

/** As the version says it that is meant. */
const headerOf = (entry: InboxEntry, { header }: IssuedDocument): IssuedDocument['header'] => {
  const { headerDocumentId: documentId, code, typeName, subject, priority, dueOn } = entry;
  const { dueOn: _latest, ...rest } = header;
  return {
    ...rest,
    ...{ documentId, code, typeName, subject, priority },
    ...(dueOn === undefined ? {} : { dueOn }),
  };
};
