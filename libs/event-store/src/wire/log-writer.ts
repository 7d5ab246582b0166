import { type NatsConnection, nuid } from '@nats-io/transport-node';
import { type Ack, type AckInbox } from './ack-inbox.js';
import { RawHeaders } from './raw-headers.js';

/** An event that is ready to be written. */
export interface OutgoingEvent {
  readonly id: string;
  /** Lines as they travel, CRLF after each, without those that the writing itself adds. */
  readonly headers: string;
  readonly data: Uint8Array;
}

/** New messages of one subject, which are stored together or not at all. */
export interface Draft {
  readonly subject: string;
  /** Sequence of the aggregate's last event at which the new ones were decided; 0 for none. */
  readonly expected: number;
  readonly events: readonly OutgoingEvent[];
}

/** The most that the server takes as one atomic batch. */
export const BATCH_LIMIT = 1_000;

/** What the headers of {@link LogWriter} add to those of an event, at most. */
export const WRITER_HEADERS_BYTES = 200;

/** Writes drafts as the wire wants them; what an answer means is for the caller to find out. */
export class LogWriter {
  private readonly batchPrefix = nuid.next().slice(-8);
  private readonly headers = new RawHeaders();
  private batches = 0;

  constructor(
    private readonly connection: NatsConnection,
    private readonly inbox: AckInbox,
  ) {}

  /** All drafts or none; the events stand in the log in this order without a gap. The answer's sequence is the last. */
  write(drafts: readonly Draft[]): Promise<Ack> {
    const [draft, ...others] = drafts;
    const [event, ...following] = draft?.events ?? [];
    if (draft !== undefined && event !== undefined && others.length + following.length === 0) {
      return this.writeOne(draft, event);
    }
    return this.writeBatch(drafts);
  }

  private writeOne({ subject, expected }: Draft, event: OutgoingEvent): Promise<Ack> {
    const { reply, ack } = this.inbox.expect();
    this.publish(subject, expectation(expected), event, reply);
    return ack;
  }

  private writeBatch(drafts: readonly Draft[]): Promise<Ack> {
    const { reply, ack } = this.inbox.expect();
    const batch = `Nats-Batch-Id: ${this.batchPrefix}${(++this.batches).toString(36)}\r\nNats-Batch-Sequence: `;
    const size = drafts.reduce((sum, { events }) => sum + events.length, 0);
    let place = 0;
    for (const { subject, expected, events } of drafts) {
      let first = true;
      for (const event of events) {
        const isLast = ++place === size;
        const commit = isLast ? 'Nats-Batch-Commit: 1\r\n' : '';
        const lines = `${batch}${String(place)}\r\n${commit}${first ? expectation(expected) : ''}`;
        this.publish(subject, lines, event, isLast ? reply : undefined);
        first = false;
      }
    }
    return ack;
  }

  private publish(
    subject: string,
    lines: string,
    { headers, data }: OutgoingEvent,
    reply: string | undefined,
  ): void {
    const options = { headers: this.headers.carrying(lines + headers) };
    this.connection.publish(subject, data, reply === undefined ? options : { ...options, reply });
  }
}

const expectation = (sequence: number): string =>
  `Nats-Expected-Last-Subject-Sequence: ${String(sequence)}\r\n`;
