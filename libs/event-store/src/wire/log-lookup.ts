import { type JetStreamManager, type StoredMsg } from '@nats-io/jetstream';
import { BACK_LINK_HEADER, parseBackLink } from '../back-link.js';
import { LogDamaged } from '../event-store.errors.js';
import { answered } from './answered.js';

/** A message of the log as it was found. */
export interface StoredEvent {
  readonly subject: string;
  readonly sequence: number;
  readonly id: string;
  readonly version: number;
  /** Sequence of the aggregate's event before this one; 0 when it is the first. */
  readonly previous: number;
  readonly data: Uint8Array;
  readonly header: (name: string) => string | undefined;
}

/** Where a chain ends: at an event that is known, or before the first. */
export interface ChainEnd {
  readonly version: number;
  readonly lastSequence: number;
}

/** Finds single messages of the log; throws `StoreUnavailable` when the server does not answer. */
export class LogLookup {
  constructor(
    private readonly manager: JetStreamManager,
    private readonly stream: string,
  ) {}

  /** The newest event of an aggregate. */
  async last(subject: string): Promise<StoredEvent | undefined> {
    const query = { last_by_subj: subject };
    const found = await answered(this.manager.direct.getMessage(this.stream, query));
    return found === null ? undefined : toStoredEvent(found);
  }

  /** The newest events of up to 1,000 aggregates, by subject. */
  async lasts(subjects: readonly string[]): Promise<ReadonlyMap<string, StoredEvent>> {
    const [only, ...others] = subjects;
    if (only !== undefined && others.length === 0) {
      const found = await this.last(only);
      return new Map(found === undefined ? [] : [[only, found]]);
    }
    const found = new Map<string, StoredEvent>();
    for (const message of await answered(this.collected(subjects))) {
      found.set(message.subject, toStoredEvent(message));
    }
    return found;
  }

  /**
   * The events of one aggregate after `end`, up to and with `last`, found by their back-links.
   *
   * @throws {LogDamaged} when one is missing or the chain does not lead to `end`
   */
  async chain(last: StoredEvent, end: ChainEnd): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    let event = last;
    while (event.sequence > end.lastSequence) {
      events.push(event);
      if (event.previous <= end.lastSequence) break;
      event = await this.before(event);
    }
    const first = events.at(-1) ?? last;
    const meets =
      events.length > 0
        ? first.previous === end.lastSequence && first.version === end.version + 1
        : last.sequence === end.lastSequence && last.version === end.version;
    if (!meets) throw new LogDamaged(gap(last.subject, first, end));
    return events.reverse();
  }

  private async collected(subjects: readonly string[]): Promise<readonly StoredMsg[]> {
    const query = { multi_last: [...subjects] };
    const messages: StoredMsg[] = [];
    for await (const message of await this.manager.direct.getLastMessagesFor(this.stream, query))
      messages.push(message);
    return messages;
  }

  private async before(event: StoredEvent): Promise<StoredEvent> {
    const { subject, previous, version } = event;
    const found = await answered(this.manager.direct.getMessage(this.stream, { seq: previous }));
    const message = found === null ? undefined : toStoredEvent(found);
    if (message?.subject !== subject || message.version !== version - 1) {
      throw new LogDamaged(
        `version ${String(version - 1)} of ${subject} is not at ${String(previous)}`,
      );
    }
    return message;
  }
}

const gap = (subject: string, found: StoredEvent, end: ChainEnd): string =>
  `${subject} was known up to version ${String(end.version)} at ${String(end.lastSequence)}, ` +
  `and version ${String(found.version)} at ${String(found.sequence)} follows ${String(found.previous)}`;

const toStoredEvent = (message: StoredMsg): StoredEvent => {
  const { subject, seq: sequence, data, header: headers } = message;
  const header = (name: string): string | undefined =>
    headers.has(name) ? headers.get(name) : undefined;
  const backLink = parseBackLink(header(BACK_LINK_HEADER), sequence);
  return { subject, sequence, id: header('ce-id') ?? '', data, header, ...backLink };
};
