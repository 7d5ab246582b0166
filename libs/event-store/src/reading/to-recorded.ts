import {
  type EventEnvelope,
  type Subject,
  fromNatsHeaders,
  parseSubject,
} from '@lienthong/contracts';
import { type JsMsg } from '@nats-io/jetstream';
import { BACK_LINK_HEADER, parseBackLink } from '../back-link.js';
import { type StoredMessage } from '../event-store.js';
import { LogDamaged } from '../event-store.errors.js';
import { type HeaderOf, headersOf } from '../wire/received-headers.js';

/**
 * A message as it is handed over. One whose envelope cannot be read has a type that no program knows: whoever
 * decodes it finds out, and it stops nobody else.
 *
 * @throws {LogDamaged} when it belongs to no aggregate, or to no place in one
 */
export const toRecorded = (message: JsMsg): StoredMessage => {
  const { seq: sequence, data } = message;
  try {
    const header = headersOf(message);
    const { subject, tenant, category, id: aggregateId } = parseSubject(message.subject);
    const { version, previous } = parseBackLink(header(BACK_LINK_HEADER), sequence);
    const envelope = envelopeOf(header, subject);
    return { tenant, category, aggregateId, version, previous, sequence, data, ...envelope };
  } catch (error) {
    throw new LogDamaged(`what stands at ${String(sequence)} is no event`, { cause: error });
  }
};

const envelopeOf = (header: HeaderOf, subject: Subject): EventEnvelope => {
  try {
    return fromNatsHeaders(header, subject);
  } catch {
    return { id: '', type: '', source: '', subject, at: 0 };
  }
};
