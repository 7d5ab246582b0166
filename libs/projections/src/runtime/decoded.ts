import { decodeRecorded, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { type Directory } from '@lienthong/directory';

/** A message of the log, or why it is none that can be understood. */
export type Decoded =
  | { readonly sequence: number; readonly event: Recorded }
  | { readonly sequence: number; readonly poison: string };

export const decode = (message: RecordedMessage): Decoded => {
  const { sequence } = message;
  try {
    return { sequence, event: decodeRecorded(message) };
  } catch (error) {
    return { sequence, poison: reasonOf(error) };
  }
};

/** Folds the event of an agency into the directory; one that does not fit there is poison. */
export const introduce = (directory: Directory, decoded: Decoded): Decoded => {
  if ('poison' in decoded || decoded.event.category !== 'agency') return decoded;
  try {
    directory.applyAgency(decoded.event.message.aggregateId, decoded.event.event);
    return decoded;
  } catch (error) {
    return { sequence: decoded.sequence, poison: reasonOf(error) };
  }
};

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
