import { deliveryAggregate, documentAggregate, encodePersonal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import {
  DeliveryUnknown,
  deliveryIdOf,
  type ReportStatus,
  type StatusCode,
  WrongSpeaker,
} from '@lienthong/documents';
import { EventStore } from '@lienthong/event-store';
import { type Instant } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentUnknown } from '../documents/documents.errors.js';
import { fullStaff } from '../documents/draft.js';
import { type DraftStaff } from '../documents/draft.js';

export interface StatusReport {
  readonly documentId: string;
  readonly code: StatusCode;
  readonly description: string;
  readonly staff?: DraftStaff;
  /** The recipient's own time of the status, where it gave one. */
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

/** Records what recipients say of deliveries: what both the door and the axis connector end in. */
@Injectable()
export class StatusesService {
  constructor(private readonly store: EventStore) {}

  /**
   * Reports of one delivery take effect in the order of the calls.
   *
   * @param speaker on whose behalf the caller was found to speak
   * @throws {DocumentUnknown} when no such document was issued
   * @throws {WrongSpeaker} when the speaker issued the document itself
   * @throws {DeliveryUnknown} when the document was not addressed to the speaker
   */
  async report(speaker: AgencyView, report: StatusReport): Promise<Reported> {
    const { documentId, code, description, staff, timestamp, at } = report;
    const personal = encodePersonal(staff === undefined ? {} : { staff: fullStaff(staff) });
    const command: ReportStatus = {
      type: 'ReportStatus',
      code,
      description,
      personal,
      ...(timestamp === undefined ? {} : { timestamp }),
      at,
    };
    try {
      const handled = await this.store.handle(
        deliveryAggregate,
        deliveryIdOf(speaker.id, documentId),
        command,
        { correlationId: documentId },
      );
      return {
        sequence: handled.lastSequence,
        recorded: handled.events.length > 0,
        late: handled.events.some(({ type }) => type === 'StatusReportedLate'),
      };
    } catch (error) {
      if (error instanceof DeliveryUnknown) await this.explain(speaker, documentId);
      throw error;
    }
  }

  /** Says which of the reasons it is that there is no such delivery. */
  private async explain(speaker: AgencyView, documentId: string): Promise<void> {
    const { state } = await this.store.load(documentAggregate, documentId);
    if (state.status === 'unissued') throw new DocumentUnknown();
    if (state.sender === speaker.id) throw new WrongSpeaker();
  }
}
