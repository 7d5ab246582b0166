import { type AgencyView } from '@lienthong/directory';
import { documentIdOf, statusCode } from '@lienthong/documents';
import { type StatusPacket } from '@lienthong/edxml';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { DocumentUnknown } from '../documents/documents.errors.js';
import { StatusesService } from '../statuses/statuses.service.js';
import { SenderInside, SenderUnknown } from './axis.errors.js';
import { AxisRoutes } from './axis-routes.js';

/** Takes in what agencies outside say of documents of this province. */
@Injectable()
export class AxisStatusIntake {
  constructor(
    private readonly directory: DirectoryView,
    private readonly statuses: StatusesService,
    private readonly routes: AxisRoutes,
  ) {}

  /**
   * Statuses of one delivery take effect in the order of the calls.
   *
   * @throws {Refusal} when the packet is of no use to us; nothing is written then
   */
  async take(packet: StatusPacket, at: Instant): Promise<void> {
    const speaker = this.agency(packet.from.organId, at);
    if (speaker === undefined) throw new SenderUnknown(packet.from.organId);
    if (speaker.realm === 'inside') throw new SenderInside(packet.from.organId);
    const author = this.agency(packet.responseFor.organId, at);
    if (author === undefined) throw new DocumentUnknown();
    const documentId = documentIdOf(author.id, packet.responseFor.documentId);
    const code = statusCode(packet.statusCode);
    const { staff: name, ...staff } = packet.staff ?? {};
    await this.routes.prepare(speaker.id, documentId);
    await this.statuses.report(speaker, {
      documentId,
      code,
      description: packet.description ?? '',
      staff: { ...staff, name },
      timestamp: packet.timestamp,
      at,
    });
  }

  private agency(code: string, at: Instant): AgencyView | undefined {
    return this.directory.current.agencyByCode(code, localDate(at));
  }
}
