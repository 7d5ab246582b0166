import { InvalidCursor } from '../errors.js';

/** Where a search goes on: along which lead, and before which event of the log. */
export interface SearchPlace {
  readonly lead: string;
  readonly before: number;
}

const FORMAT = /^([1-9]\d{0,15}) (.+)$/s;

export const encodeSearchCursor = ({ lead, before }: SearchPlace): string =>
  Buffer.from(`${String(before)} ${lead}`).toString('base64url');

/** @throws {InvalidCursor} */
export const decodeSearchCursor = (cursor: string): SearchPlace => {
  const [, before, lead] = FORMAT.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  const place = lead === undefined ? undefined : { lead, before: Number(before) };
  if (place === undefined || encodeSearchCursor(place) !== cursor) throw new InvalidCursor();
  return place;
};
