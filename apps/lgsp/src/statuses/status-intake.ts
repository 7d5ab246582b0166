import { type AgencyView } from '@lienthong/directory';
import {
  documentIdOf,
  DocumentUnknown,
  type ReportCode,
  reportCode,
  SaidTooEarly,
  TAKE_BACK,
} from '@lienthong/documents';
import { type Packet, type StatusPacket } from '@lienthong/edxml';
import { type Instant, instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../access/caller.js';
import { Speaking } from '../access/speaking.js';
import { DirectoryView } from '../directory/directory.view.js';
import { staffOf } from '../documents/draft.js';
import { BusinessTime } from '../http/business-time.js';
import { agencyCode, documentId } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { parseStrictJson } from '../http/strict-json.js';
import { validated } from '../http/validate.js';
import { StatusRequest } from './status.request.js';
import { type Reported, type StatusReport, StatusesService } from './statuses.service.js';

/** Takes in what is said of deliveries, in the name of whoever says it. */
@Injectable()
export class StatusIntake {
  constructor(
    private readonly statuses: StatusesService,
    private readonly speaking: Speaking,
    private readonly directory: DirectoryView,
    private readonly time: BusinessTime,
  ) {}

  async json(caller: Caller, text: string): Promise<Reported> {
    const request = validated(StatusRequest, parseStrictJson(text));
    const timestamp = request.at === undefined ? undefined : instantOf(request.at);
    const at = this.time.as(timestamp);
    const agency = agencyCode(request.agency, '/agency');
    const speaker = this.speakerOf(caller, agency, { at, pointer: '/at' });
    const report = {
      documentId: documentId(request.documentId, '/documentId'),
      code: reportCode(request.status),
      recipient: request.recipient,
      description: request.description ?? '',
      ...(request.staff === undefined ? {} : { staff: staffOf(request.staff) }),
      timestamp,
      at,
    };
    return naming('/at', () => this.statuses.report(speaker, report));
  }

  /** @throws {InvalidField} for a document, which has a door of its own */
  async packet(caller: Caller, packet: Packet): Promise<Reported> {
    if (packet.kind !== 'status') {
      throw new InvalidField([{ pointer: '', message: 'a document; send it to /v1/documents' }]);
    }
    const at = this.time.as(packet.timestamp);
    const agency = agencyCode(packet.from.organId, 'From');
    const speaker = this.speakerOf(caller, agency, { at, pointer: 'Timestamp' });
    const { staff: person, ...staff } = packet.staff ?? {};
    const code = reportCode(packet.statusCode);
    return this.statuses.report(speaker, {
      ...this.subjectOf(packet, speaker, code),
      code,
      description: packet.description ?? '',
      staff: person === undefined ? staff : { ...staff, name: person },
      timestamp: packet.timestamp,
      at,
    });
  }

  /**
   * @param borne the time that the speaker gives, and where
   * @throws {InvalidField} where it may speak for the agency today, and there was no such agency at that time
   */
  private speakerOf(
    caller: Caller,
    code: string,
    { at, pointer }: { readonly at: Instant; readonly pointer: string },
  ): AgencyView {
    try {
      return this.speaking.agencyOf(caller, code, at);
    } catch (error) {
      this.speaking.agencyOf(caller, code, this.time.now());
      const message = 'is a time at which there is no such agency';
      throw new InvalidField([{ pointer, message }], { cause: error });
    }
  }

  /**
   * A status packet names the document as its sender did. `ResponseFor` bears the other party: the sender of the
   * document where its recipient speaks, and the recipient where the sender asks for it back.
   */
  private subjectOf(
    { responseFor, timestamp }: StatusPacket,
    speaker: AgencyView,
    code: ReportCode,
  ): Pick<StatusReport, 'documentId' | 'recipient'> {
    const other = agencyCode(responseFor.organId, 'ResponseFor/OrganId');
    if (code === TAKE_BACK) {
      return { documentId: documentIdOf(speaker.id, responseFor.documentId), recipient: other };
    }
    const sender = this.directory.current.agencyByCode(other, localDate(timestamp));
    if (sender === undefined) throw new DocumentUnknown();
    return { documentId: documentIdOf(sender.id, responseFor.documentId) };
  }
}

/** @throws {InvalidField} for what is said too early */
const naming = async <T>(pointer: string, report: () => Promise<T>): Promise<T> => {
  try {
    return await report();
  } catch (error) {
    if (!(error instanceof SaidTooEarly)) throw error;
    throw new InvalidField([{ pointer, message: error.message }], { cause: error });
  }
};

const instantOf = (text: string): Instant => {
  try {
    return instant(text);
  } catch (error) {
    throw new InvalidField([{ pointer: '/at', message: 'no such time' }], { cause: error });
  }
};
