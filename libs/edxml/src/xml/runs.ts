import { MARK, forbiddenCharacterIn, marksIn } from './marks.js';
import type { Source } from './source.js';

/** A stretch of an element's own text, as it is spelled in the source. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Of all its bytes; see `MARK`. */
  readonly marks: number;
}

/** The characters from `start` to before `end`, none of which XML forbids. */
export const soundRun = (source: Source, start: number, end: number): Run => {
  const marks = marksIn(source.bytes, start, end);
  if ((marks & (MARK.control | MARK.last)) !== 0) refuseForbidden(source, start, end);
  return { start, end, marks };
};

/** Whether an ampersand among them begins a reference. */
export const hasReferences = ({ marks }: Run): boolean =>
  (marks & (MARK.ampersand | MARK.literal)) === MARK.ampersand;

const refuseForbidden = (source: Source, start: number, end: number): void => {
  const at = forbiddenCharacterIn(source.bytes, start, end);
  if (at === -1) return;
  const [character = ''] = source.text(at, Math.min(end, at + 4));
  source.refuse(at, forbiddenReason(character));
};

/** Why a character cannot stay. */
export const forbiddenReason = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} is not allowed in XML`;
