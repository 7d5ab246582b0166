import { type StoredMsg } from '@nats-io/jetstream';
import { StoreUnavailable } from '../event-store.errors.js';
import { type Draft, type LogWriter, type OutgoingEvent } from '../wire/log-writer.js';

/** Set by the server, or by the writing itself. */
const OF_THE_WRITING = 'Nats-';

/** Messages of a stream, to be written again in one batch under other subjects. */
export class CopiedBatch {
  private readonly bySubject = new Map<string, OutgoingEvent[]>();

  constructor(private readonly messages: readonly StoredMsg[]) {
    for (const message of messages) {
      const events = this.bySubject.get(message.subject) ?? [];
      events.push(outgoing(message));
      this.bySubject.set(message.subject, events);
    }
  }

  get size(): number {
    return this.messages.length;
  }

  /**
   * @param last sequences of the last message of each new subject; brought up to date
   * @throws {StoreUnavailable} when the batch is not taken
   */
  async write(
    writer: LogWriter,
    renamed: (subject: string) => string,
    last: Map<string, number>,
  ): Promise<void> {
    if (this.size === 0) return;
    const drafts: Draft[] = [...this.bySubject].map(([original, events]) => {
      const subject = renamed(original);
      return { subject, expected: last.get(subject) ?? 0, events };
    });
    const ack = await writer.write(drafts);
    if (ack.kind !== 'stored') throw new StoreUnavailable(ack.reason);
    let sequence = ack.sequence - this.size;
    for (const { subject, events } of drafts) {
      sequence += events.length;
      last.set(subject, sequence);
    }
  }
}

const outgoing = ({ header, data }: StoredMsg): OutgoingEvent => {
  const lines = header
    .keys()
    .filter((name) => !name.startsWith(OF_THE_WRITING))
    .map((name) => `${name}: ${header.get(name)}\r\n`);
  return { id: '', headers: lines.join(''), data };
};
