import { type SystemView } from '@lienthong/directory';
import { readPacket } from '@lienthong/edxml';
import { type DeliveryTrace, ReadModels } from '@lienthong/projections';
import { Injectable } from '@nestjs/common';
import { Intake } from '../documents/intake.js';
import { EDXML_TYPE } from '../http/body.js';
import { StatusIntake } from '../statuses/status-intake.js';
import { type SentItem, timeText } from './compat.answers.js';
import { DocIdUnknown, MalformedPacket } from './compat.errors.js';
import { type SendHeader } from './compat.requests.js';
import { docIdOf, docRefOf } from './doc-id.js';
import { Origins } from './origins.js';

/** Hands in what a system sends, and tells how it fares. */
@Injectable()
export class CompatSending {
  constructor(
    private readonly documents: Intake,
    private readonly statuses: StatusIntake,
    private readonly origins: Origins,
    private readonly readModels: ReadModels,
  ) {}

  /**
   * The id of what was sent; of the same bytes the same, while nothing else has come of it.
   *
   * @throws {MalformedPacket} when it is of another type than the header says
   */
  async send(
    system: SystemView,
    { messagetype }: Pick<SendHeader, 'messagetype'>,
    bytes: Buffer,
  ): Promise<string> {
    const caller = { kind: 'system', system } as const;
    const packet = readPacket(bytes);
    const isStatus = messagetype === 'status';
    if ((packet.kind === 'status') !== isStatus) {
      throw new MalformedPacket(`messagetype ${messagetype}, goi tin ${packet.kind}`);
    }
    if (isStatus) {
      const { sequence } = await this.statuses.packet(caller, packet);
      return docIdOf({ kind: 'status', sequence });
    }
    const received = { bytes, mediaType: EDXML_TYPE };
    const { sequence } = await this.documents.packet(packet, received, { caller });
    return docIdOf({ kind: 'document', sequence });
  }

  /**
   * One item for each recipient of a document that the system sent.
   *
   * @throws {DocIdUnknown}
   */
  async sent({ agencies }: SystemView, docId: string): Promise<readonly SentItem[]> {
    const ref = docRefOf(docId);
    const document =
      ref?.kind === 'document' ? await this.origins.documentAt(ref.sequence) : undefined;
    const trace = document === undefined ? undefined : await this.readModels.trace(document);
    if (trace === undefined || !agencies.has(trace.sender)) throw new DocIdUnknown(docId);
    return trace.deliveries
      .filter(({ channel }) => channel !== 'paper')
      .map((delivery) => ({
        id: docId,
        from: trace.senderCode,
        to: delivery.to,
        messagetype: 'edoc',
        servicetype: 'eDoc',
        created_time: timeText(trace.issuedAt),
        status: transportStatus(delivery),
      }));
  }
}

const transportStatus = ({ status, statusCode }: DeliveryTrace): SentItem['status'] => {
  if (status === 'refused' || status === 'parked') return 'fail';
  return statusCode === undefined ? 'inbox' : 'done';
};
