import { decodeRecorded, type Recorded, type RecordedMessage } from '@lienthong/contracts';

/** A message of the log that is no event to this program, and why. */
export interface Undecodable {
  readonly message: RecordedMessage;
  readonly error: unknown;
}

export interface Decoded {
  readonly events: readonly Recorded[];
  readonly undecodable: readonly Undecodable[];
}

/** What the messages say, in their order; one that cannot be decoded stops nobody else. */
export const decodeAll = (messages: readonly RecordedMessage[]): Decoded => {
  const events: Recorded[] = [];
  const undecodable: Undecodable[] = [];
  for (const message of messages) {
    try {
      events.push(decodeRecorded(message));
    } catch (error) {
      undecodable.push({ message, error });
    }
  }
  return { events, undecodable };
};
