import { InvalidCursor } from './errors.js';

/** A place in a stream of a read model: the event's sequence, and which of its entries. */
export interface Place {
  readonly sequence: number;
  readonly entry: number;
}

const ID = /^(0|[1-9]\d{0,15})-(0|[1-9]\d{0,8})$/;

/** The highest that {@link ID} takes. */
const LAST_ENTRY = 999_999_999;

export const START: Place = { sequence: 0, entry: 0 };

export const encodeCursor = (place: Place): string =>
  Buffer.from(streamId(place)).toString('base64url');

/** The place before everything that an event with this sequence made. */
export const cursorBefore = (sequence: number): string =>
  encodeCursor({ sequence: Math.max(0, sequence - 1), entry: LAST_ENTRY });

/** @throws {InvalidCursor} */
export const decodeCursor = (cursor: string): Place => {
  const place = parseStreamId(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (place === undefined || encodeCursor(place) !== cursor) throw new InvalidCursor();
  return place;
};

/** The id of a Redis stream entry. */
export const streamId = ({ sequence, entry }: Place): string =>
  `${String(sequence)}-${String(entry)}`;

export const parseStreamId = (id: string): Place | undefined => {
  const parts = ID.exec(id);
  return parts === null ? undefined : { sequence: Number(parts[1]), entry: Number(parts[2]) };
};

export const comparePlaces = (a: Place, b: Place): number =>
  a.sequence - b.sequence || a.entry - b.entry;
