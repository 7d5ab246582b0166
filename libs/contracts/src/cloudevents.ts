import { type Instant, instant, type Json, toRfc3339 } from '@lienthong/kernel';
import { NotACloudEvent } from './cloudevents.errors.js';
import { decodeRecorded, type EventEnvelope, type RecordedMessage } from './envelope.js';
import { jsonObjectOf } from './json.js';
import { type Subject } from './subjects.js';

const SPEC_VERSION = '1.0';
const SEQUENCE_DIGITS = 16;

const HEADERS = {
  specVersion: 'ce-specversion',
  id: 'ce-id',
  type: 'ce-type',
  source: 'ce-source',
  time: 'ce-time',
  recordedTime: 'ce-recordedtime',
  correlationId: 'ce-correlationid',
  causationId: 'ce-causationid',
  dataContentType: 'ce-datacontenttype',
} as const;

/**
 * The headers of a NATS message in CloudEvents binary mode; the subject is the message's own.
 *
 * @throws {RangeError} when a time could not be read back: one outside the years 1 to 9999
 */
export const toNatsHeaders = (envelope: EventEnvelope): readonly [string, string][] => {
  const { recordedAt, correlationId, causationId } = envelope;
  const headers: [string, string][] = [
    [HEADERS.specVersion, SPEC_VERSION],
    [HEADERS.id, toHeaderValue(envelope.id)],
    [HEADERS.type, toHeaderValue(envelope.type)],
    [HEADERS.source, toHeaderValue(envelope.source)],
    [HEADERS.time, toRfc3339(envelope.at)],
    [HEADERS.dataContentType, 'application/protobuf'],
  ];
  if (recordedAt !== undefined) headers.push([HEADERS.recordedTime, toRfc3339(recordedAt)]);
  if (correlationId !== undefined) {
    headers.push([HEADERS.correlationId, toHeaderValue(correlationId)]);
  }
  if (causationId !== undefined) headers.push([HEADERS.causationId, toHeaderValue(causationId)]);
  return headers;
};

/**
 * @param get the value of a header; nothing when the message has none of this name
 * @throws {NotACloudEvent} when a required header is missing or a value cannot be read
 */
export const fromNatsHeaders = (
  get: (name: string) => string | undefined,
  subject: Subject,
): EventEnvelope => {
  const text = (name: string): string | undefined => {
    const value = get(name);
    return value === undefined ? undefined : readable(name, value, fromHeaderValue);
  };
  const time = (name: string): Instant | undefined => {
    const value = text(name);
    return value === undefined ? undefined : readable(name, value, instant);
  };
  if (text(HEADERS.specVersion) !== SPEC_VERSION) throw new NotACloudEvent(HEADERS.specVersion);
  return {
    id: required(HEADERS.id, text),
    type: required(HEADERS.type, text),
    source: required(HEADERS.source, text),
    subject,
    at: required(HEADERS.time, time),
    recordedAt: time(HEADERS.recordedTime),
    correlationId: text(HEADERS.correlationId),
    causationId: text(HEADERS.causationId),
  };
};

/**
 * The event in CloudEvents' JSON format, its data as JSON with the names and words of the domain.
 *
 * Personal data stays one base64 text. `sequence` is padded, so that it sorts as text.
 */
export const toCloudEventJson = (message: RecordedMessage): Json => {
  const { type: _type, at: _at, ...data } = decodeRecorded(message).event;
  const { recordedAt, correlationId, causationId } = message;
  return {
    specversion: SPEC_VERSION,
    id: message.id,
    type: message.type,
    source: message.source,
    subject: message.subject,
    time: toRfc3339(message.at),
    recordedtime: recordedAt === undefined ? undefined : toRfc3339(recordedAt),
    correlationid: correlationId,
    causationid: causationId,
    sequence: String(message.sequence).padStart(SEQUENCE_DIGITS, '0'),
    datacontenttype: 'application/json',
    data: jsonObjectOf(data),
  };
};

const PLAIN = /^[!#$&-~]*$/;
const NOT_PLAIN = /[^!#$&-~]+/gu;

/** Outside `!` to `~`, and for a blank, a quote and a percent sign: the percent-encoded UTF-8. */
const toHeaderValue = (value: string): string =>
  PLAIN.test(value) ? value : value.replace(NOT_PLAIN, encodeURIComponent);

const fromHeaderValue = (value: string): string =>
  value.includes('%') ? decodeURIComponent(value) : value;

const required = <T>(name: string, read: (name: string) => T | undefined): T => {
  const value = read(name);
  if (value === undefined) throw new NotACloudEvent(name);
  return value;
};

const readable = <T>(name: string, value: string, read: (value: string) => T): T => {
  try {
    return read(value);
  } catch (error) {
    throw new NotACloudEvent(name, { cause: error });
  }
};
