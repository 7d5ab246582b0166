import { type AggregateType, type Subject, toNatsHeaders } from '@lienthong/contracts';
import { type Clock } from '@lienthong/kernel';
import { nuid } from '@nats-io/transport-node';
import { BACK_LINK_HEADER, formatBackLink } from '../back-link.js';
import { type Cause, type Message } from '../event-store.js';
import { EventTooLarge } from '../event-store.errors.js';
import { type OutgoingEvent, WRITER_HEADERS_BYTES } from '../wire/log-writer.js';
import { headerLine } from '../wire/raw-headers.js';

/** Where a new event stands in its aggregate. */
export interface Place {
  readonly subject: Subject;
  readonly version: number;
  /** As in a back-link: a sequence, or minus the distance within the batch. */
  readonly previous: number;
}

/** Gives decided events their envelope. */
export class EventEncoder {
  constructor(
    private readonly source: string,
    private readonly clock: Clock,
    private readonly maxBytes: number,
  ) {}

  /** @throws {EventTooLarge} when the server would not take it */
  encode<E extends Message>(
    events: AggregateType<unknown, never, E>['events'],
    event: E,
    place: Place,
    cause: Cause,
  ): OutgoingEvent {
    const { type, data } = events.encode(event);
    const { subject, version, previous } = place;
    const { source } = this;
    const id = nuid.next();
    const recordedAt = this.clock.now();
    const recorded = recordedAt === event.at ? {} : { recordedAt };
    const envelope = { id, type, source, subject, at: event.at, ...recorded, ...cause };
    let headers = headerLine(BACK_LINK_HEADER, formatBackLink(version, previous));
    for (const [name, value] of toNatsHeaders(envelope)) headers += headerLine(name, value);
    const bytes = headers.length + data.length + WRITER_HEADERS_BYTES;
    if (bytes > this.maxBytes) throw new EventTooLarge(bytes, this.maxBytes);
    return { id, headers, data };
  }
}
