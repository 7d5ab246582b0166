import {
  agencyEvents,
  deliveryEvents,
  documentEvents,
  type DomainEvent,
  type Encoded,
  parkedEvents,
  type RecordedMessage,
  subjectOf,
} from '@lienthong/contracts';
import { type LogReader } from '@lienthong/projections';

/** A log in memory: what projections read, without a server. */
export class MemoryLog implements LogReader {
  private readonly messages: RecordedMessage[] = [];
  private readonly versions = new Map<string, number>();
  private grown = new AbortController();

  /** @param portion how many events are handed over next */
  constructor(
    readonly tenant: string,
    private readonly portion: () => number = () => 100,
  ) {}

  append(id: string, event: DomainEvent, recordedAt?: number): RecordedMessage {
    const { type, data } = encode(event);
    const recorded = recordedAt === undefined ? {} : { recordedAt };
    return this.appendRaw(event.category, id, { type, data, at: event.event.at, ...recorded });
  }

  appendRaw(
    category: DomainEvent['category'],
    id: string,
    raw: { type: string; data: Uint8Array; at: number; recordedAt?: number },
  ): RecordedMessage {
    const subject = subjectOf(this.tenant, category, id);
    const version = (this.versions.get(subject) ?? 0) + 1;
    this.versions.set(subject, version);
    const sequence = this.messages.length + 1;
    const envelope = { id: `event-${String(sequence)}`, source: '/test', subject };
    const place = { tenant: this.tenant, category, aggregateId: id, version, sequence };
    const message = { ...envelope, ...place, ...raw };
    this.messages.push(message);
    this.grown.abort();
    this.grown = new AbortController();
    return message;
  }

  lastSequence(): Promise<number> {
    return Promise.resolve(this.messages.length);
  }

  async read(options: Parameters<LogReader['read']>[0]): Promise<void> {
    const { from, until = Number.POSITIVE_INFINITY, signal, onMessages } = options;
    let next = from;
    while (!signal.aborted && next <= until) {
      const messages = this.messages.slice(next - 1, Math.min(until, next - 1 + this.portion()));
      next += messages.length;
      if (messages.length > 0) await onMessages(messages);
      else await this.growth(signal);
    }
  }

  private growth(signal: AbortSignal): Promise<void> {
    const woken = AbortSignal.any([signal, this.grown.signal]);
    return new Promise((resolve) => {
      if (woken.aborted) resolve();
      woken.addEventListener('abort', () => {
        resolve();
      });
    });
  }
}

const encode = (event: DomainEvent): Encoded => {
  switch (event.category) {
    case 'agency':
      return agencyEvents.encode(event.event);
    case 'document':
      return documentEvents.encode(event.event);
    case 'delivery':
      return deliveryEvents.encode(event.event);
    case 'parked':
      return parkedEvents.encode(event.event);
    case 'group':
    case 'system':
    case 'packet':
    case 'member':
      throw new Error(`no projection folds ${event.category}`);
  }
};
