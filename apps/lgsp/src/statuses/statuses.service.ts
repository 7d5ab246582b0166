import { deliveryAggregate, documentAggregate, encodePersonal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import {
  type AnswerRequest,
  DeliveryUnknown,
  deliveryIdOf,
  DocumentUnknown,
  RequestOpen,
  TooLate,
  type ReportCode,
  type ReportStatus,
  type RequestTakeBack,
  TAKE_BACK,
  WrongSpeaker,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { type DraftStaff, fullStaff } from '../documents/draft.js';
import { Reaching } from '../documents/reaching.js';
import { InvalidField } from '../http/http.errors.js';

export interface StatusReport {
  readonly documentId: string;
  readonly code: ReportCode;
  /** With 13: the recipient that is asked, by the code or the internal id that the document named. */
  readonly recipient?: string | undefined;
  readonly description: string;
  readonly staff?: DraftStaff;
  /** The speaker's own time of the status, where it gave one. */
  readonly timestamp?: Instant | undefined;
  /** Business time. */
  readonly at: Instant;
}

export interface Reported {
  /** Of the last event of the delivery. */
  readonly sequence: number;
  /** False for a repetition: nothing was written. */
  readonly recorded: boolean;
  /** The status came after a later one: it is kept, and changes nothing. */
  readonly late: boolean;
}

type Saying = Omit<ReportStatus, 'type' | 'code'>;

/** Records what is said of deliveries: what both the door and the axis connector end in. */
@Injectable()
export class StatusesService {
  constructor(
    private readonly store: EventStore,
    private readonly reaching: Reaching,
  ) {}

  /**
   * Reports of one delivery take effect in the order of the calls.
   *
   * @param speaker on whose behalf the caller was found to speak
   * @throws {DocumentUnknown} when no such document was issued
   * @throws {WrongSpeaker} for 13 from anybody but the sender, and for anything else from the sender
   * @throws {InvalidField} for 13 that does not say who is asked
   * @throws {DeliveryUnknown} when the document was not addressed to that recipient
   * @throws {RequestOpen | TooLate | NoOpenRequest} when what is asked or answered does not fit the delivery
   */
  async report(speaker: AgencyView, report: StatusReport): Promise<Reported> {
    const { documentId, code } = report;
    const delivery =
      code === TAKE_BACK
        ? await this.askedOf(speaker, report)
        : deliveryIdOf(speaker.id, documentId);
    try {
      const handled = await this.store.handle(deliveryAggregate, delivery, commandOf(report), {
        correlationId: documentId,
      });
      return {
        sequence: handled.lastSequence,
        recorded: handled.events.length > 0,
        late: handled.events.some(({ type }) => type === 'StatusReportedLate'),
      };
    } catch (error) {
      if (error instanceof DeliveryUnknown) await this.explain(speaker, documentId);
      throw namingRecipient(error, report.recipient);
    }
  }

  /** The delivery that the sender of the document asks about. */
  private async askedOf(
    speaker: AgencyView,
    { documentId, recipient }: StatusReport,
  ): Promise<string> {
    const { state } = await this.store.load(documentAggregate, documentId);
    if (state.status === 'unissued') throw new DocumentUnknown();
    if (state.sender !== speaker.id) throw new WrongSpeaker('sender');
    if (recipient === undefined) {
      const message = 'is wanted with 13: who is asked to give the document back';
      throw new InvalidField([{ pointer: '/recipient', message }]);
    }
    const named = state.recipients.find(
      ({ agency, code }) => agency === recipient || code === recipient,
    );
    if (named === undefined) throw new DeliveryUnknown();
    return this.reaching.deliveryOf(named.agency, documentId);
  }

  /** Says which of the reasons it is that there is no such delivery. */
  private async explain(speaker: AgencyView, documentId: string): Promise<void> {
    const { state } = await this.store.load(documentAggregate, documentId);
    if (state.status === 'unissued') throw new DocumentUnknown();
    if (state.sender === speaker.id) throw new WrongSpeaker('recipient');
  }
}

const commandOf = (report: StatusReport): ReportStatus | RequestTakeBack | AnswerRequest => {
  const { code, description, staff, timestamp, at } = report;
  const saying: Saying = {
    description,
    personal: encodePersonal(staff === undefined ? {} : { staff: fullStaff(staff) }),
    ...(timestamp === undefined ? {} : { timestamp }),
    at,
  };
  switch (code) {
    case '13':
      return { type: 'RequestTakeBack', ...saying };
    case '15':
    case '16':
      return { type: 'AnswerRequest', agreed: code === '15', ...saying };
    default:
      return { type: 'ReportStatus', code, ...saying };
  }
};

/** With the recipient as the sender wrote it; the delivery knows its internal id alone. */
const namingRecipient = (error: unknown, recipient: string | undefined): unknown => {
  if (recipient === undefined) return error;
  if (error instanceof RequestOpen) return new RequestOpen(error.kind, [recipient]);
  if (error instanceof TooLate) return new TooLate(error.status, [recipient]);
  return error;
};
