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

  /**
   * All drafts or none; the events stand in the log in this order without a gap. The answer's sequence is the last.
   *
   * Each message leaves when the next draft is taken, so the server works while later drafts are being decided.
   */
  write(drafts: Iterable<Draft>): Promise<Ack> {
    const batch = `Nats-Batch-Id: ${this.batchPrefix}${(++this.batches).toString(36)}\r\n`;
    let place = 0;
    let held: HeldMessage | undefined;
    for (const { subject, expected, events } of drafts) {
      let lines = expectation(expected);
      for (const event of events) {
        if (held !== undefined) this.publish(held, `${batch}${placeInBatch(++place)}`);
        held = { subject, lines, event };
        lines = '';
      }
    }
    if (held === undefined) return NOTHING_WRITTEN;
    const { reply, ack } = this.inbox.expect();
    const commit = `${batch}${placeInBatch(place + 1)}Nats-Batch-Commit: 1\r\n`;
    this.publish(held, place === 0 ? '' : commit, reply);
    return ack;
  }

  private publish({ subject, lines, event }: HeldMessage, place: string, reply?: string): void {
    const options = { headers: this.headers.carrying(place + lines + event.headers) };
    this.connection.publish(
      subject,
      event.data,
      reply === undefined ? options : { ...options, reply },
    );
  }
}

/** The last message of a batch says so; which one it is shows when no other follows. */
interface HeldMessage {
  readonly subject: string;
  readonly lines: string;
  readonly event: OutgoingEvent;
}

const NOTHING_WRITTEN = Promise.resolve<Ack>({
  kind: 'refused',
  code: 0,
  reason: 'there was nothing to write',
});

const placeInBatch = (place: number): string => `Nats-Batch-Sequence: ${String(place)}\r\n`;

const expectation = (sequence: number): string =>
  `Nats-Expected-Last-Subject-Sequence: ${String(sequence)}\r\n`;
