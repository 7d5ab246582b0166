import { type AgencyView } from '@lienthong/directory';
import { documentIdOf, DocumentUnknown, reportCode, TAKE_BACK } from '@lienthong/documents';
import { type StatusPacket } from '@lienthong/edxml';
import { isFinal } from '@lienthong/event-store';
import { InTurn, type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { type StatusReport, StatusesService } from '../statuses/statuses.service.js';
import { SenderInside, SenderUnknown } from './axis.errors.js';
import { AxisRoutes } from './axis-routes.js';

/** Takes in what agencies outside say of documents: recipients of ours, and senders of theirs. */
@Injectable()
export class AxisStatusIntake {
  private readonly turns = new InTurn(isFinal);

  constructor(
    private readonly directory: DirectoryView,
    private readonly statuses: StatusesService,
    private readonly routes: AxisRoutes,
  ) {}

  /**
   * What is said of one delivery takes effect in the order of the calls; a failure that passes takes down what waits behind
   * it.
   *
   * @throws {Refusal} when the packet is of no use to us; nothing is written then
   */
  async take(packet: StatusPacket, at: Instant): Promise<void> {
    const speaker = this.agency(packet.from.organId, at);
    if (speaker === undefined) throw new SenderUnknown(packet.from.organId);
    if (speaker.realm === 'inside') throw new SenderInside(packet.from.organId);
    const { staff: name, ...staff } = packet.staff ?? {};
    const said = {
      description: packet.description ?? '',
      staff: { ...staff, name },
      timestamp: packet.timestamp,
      at,
    };
    const code = reportCode(packet.statusCode);
    const about = code === TAKE_BACK ? theirs(packet, speaker) : this.ours(packet, at);
    await this.turns.run(JSON.stringify([speaker.id, about.documentId]), async () => {
      if (code !== TAKE_BACK) await this.routes.prepare(speaker.id, about.documentId);
      await this.statuses.report(speaker, { ...about, ...said, code });
    });
  }

  /** The recipient speaks of a document of the agency that it answers. */
  private ours(
    { responseFor }: StatusPacket,
    at: Instant,
  ): Pick<StatusReport, 'documentId' | 'recipient'> {
    const author = this.agency(responseFor.organId, at);
    if (author === undefined) throw new DocumentUnknown();
    return { documentId: documentIdOf(author.id, responseFor.documentId) };
  }

  private agency(code: string, at: Instant): AgencyView | undefined {
    return this.directory.current.agencyByCode(code, localDate(at));
  }
}

/** The sender asks the agency that it names for its own document. */
const theirs = (
  { responseFor }: StatusPacket,
  speaker: AgencyView,
): Pick<StatusReport, 'documentId' | 'recipient'> => ({
  documentId: documentIdOf(speaker.id, responseFor.documentId),
  recipient: responseFor.organId,
});
