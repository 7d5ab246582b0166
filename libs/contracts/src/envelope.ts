import { type Instant } from '@lienthong/kernel';
import { agencyEvents } from './codecs/agency.js';
import { deliveryEvents } from './codecs/delivery.js';
import { documentEvents } from './codecs/document.js';
import { groupEvents } from './codecs/group.js';
import { memberEvents } from './codecs/member.js';
import { packetEvents } from './codecs/packet.js';
import { parkedEvents } from './codecs/parked.js';
import { systemEvents } from './codecs/system.js';
import { type DomainEvent } from './domain.js';
import { type Category, type Subject } from './subjects.js';

/** What a CloudEvent says about its data. */
export interface EventEnvelope {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: Subject;
  /** Business time. */
  readonly at: Instant;
  /** When it was written, by the writer's clock; absent where that tells nothing new. */
  readonly recordedAt?: Instant | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
}

/** An event as it stands in the log, its data still encoded. */
export interface RecordedMessage extends EventEnvelope {
  readonly tenant: string;
  readonly category: Category;
  readonly aggregateId: string;
  /** 1, 2, 3 … within the aggregate. */
  readonly version: number;
  /** Place in the tenant's stream; rises, with gaps where other things were written. */
  readonly sequence: number;
  readonly data: Uint8Array;
}

export type Recorded = { readonly message: RecordedMessage } & DomainEvent;

/**
 * @throws {UnknownEventType} when the log is newer than this program
 * @throws {UndecodableEvent} when the data is damaged
 */
export const decodeRecorded = (message: RecordedMessage): Recorded => {
  const { category, type, data, at } = message;
  switch (category) {
    case 'agency':
      return { message, category, event: agencyEvents.decode(type, data, at) };
    case 'group':
      return { message, category, event: groupEvents.decode(type, data, at) };
    case 'system':
      return { message, category, event: systemEvents.decode(type, data, at) };
    case 'document':
      return { message, category, event: documentEvents.decode(type, data, at) };
    case 'delivery':
      return { message, category, event: deliveryEvents.decode(type, data, at) };
    case 'parked':
      return { message, category, event: parkedEvents.decode(type, data, at) };
    case 'packet':
      return { message, category, event: packetEvents.decode(type, data, at) };
    case 'member':
      return { message, category, event: memberEvents.decode(type, data, at) };
  }
};
