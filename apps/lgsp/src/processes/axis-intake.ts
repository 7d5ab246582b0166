import { type AgencyView } from '@lienthong/directory';
import { documentIdOf } from '@lienthong/documents';
import { type DocumentPacket, type Packet } from '@lienthong/edxml';
import { isFinal } from '@lienthong/event-store';
import { InTurn, type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { EDXML_TYPE } from '../http/body.js';
import { DirectoryView } from '../directory/directory.view.js';
import { DocumentsService } from '../documents/documents.service.js';
import { draftOfPacket } from '../documents/packet-draft.js';
import { SenderInside, SenderUnknown } from './axis.errors.js';
import { AxisAgencies } from './axis-agencies.js';
import { AxisStatusIntake } from './axis-status-intake.js';

/** Takes in what agencies outside sent, as documents and statuses of this province. */
@Injectable()
export class AxisIntake {
  private readonly turns = new InTurn(isFinal);

  constructor(
    private readonly directory: DirectoryView,
    private readonly agencies: AxisAgencies,
    private readonly documents: DocumentsService,
    private readonly statuses: AxisStatusIntake,
  ) {}

  /** @throws {Refusal} when the packet is of no use to us; nothing is written then */
  async take(packet: Packet, bytes: Uint8Array, at: Instant): Promise<void> {
    if (packet.kind === 'status') await this.statuses.take(packet, at);
    else await this.takeDocument(packet, bytes, at);
  }

  private async takeDocument(
    packet: DocumentPacket,
    bytes: Uint8Array,
    at: Instant,
  ): Promise<void> {
    const draft = draftOfPacket(packet, { bytes, mediaType: EDXML_TYPE });
    const sender = this.agency(draft.from, at) ?? (await this.learned(draft.from, at));
    if (sender.realm === 'inside') throw new SenderInside(draft.from);
    // What concerns one document takes effect in the order of the calls.
    const key = documentIdOf(sender.id, draft.header.documentId);
    await this.turns.run(key, () => this.documents.take(sender, draft, at));
  }

  private agency(code: string, at: Instant): AgencyView | undefined {
    return this.directory.current.agencyByCode(code, localDate(at));
  }

  private async learned(code: string, at: Instant): Promise<AgencyView> {
    await this.agencies.learn();
    const agency = this.agency(code, at);
    if (agency === undefined) throw new SenderUnknown(code);
    return agency;
  }
}
