import { decodeRecorded, type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { type Background } from '../model/background.js';

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

/** Has the background know the event; one of an agency that does not fit there is poison. */
export const introduce = (background: Background, decoded: Decoded): Decoded => {
  if ('poison' in decoded) return decoded;
  try {
    background.learn(decoded.event);
    return decoded;
  } catch (error) {
    return { sequence: decoded.sequence, poison: reasonOf(error) };
  }
};

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
