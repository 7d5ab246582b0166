import { decodeRecorded, type RecordedMessage } from './envelope.js';

/**
 * The objects that an event names, by their SHA-256: the values of its fields called `digest`, at whatever depth.
 * A digest of anything else has a longer name, such as `inputDigest`.
 *
 * @throws {UnknownEventType} when the log is newer than this program
 * @throws {UndecodableEvent} when the data is damaged
 */
export const objectsNamedBy = (message: RecordedMessage): readonly string[] => [
  ...digestsIn(decodeRecorded(message).event),
];

function* digestsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'digest' && typeof member === 'string') yield member;
    else yield* digestsIn(member);
  }
}
