import { sha256 } from '@lienthong/kernel';

/**
 * What a packet's id leads to: an entry of what came for a system's agencies, one of what became of what they sent, a
 * document that they sent, a status that they reported.
 */
export type DocKind = 'arrival' | 'notice' | 'document' | 'status';

/** A kind, and the sequence of the event in the log that made it. */
export interface DocRef {
  readonly kind: DocKind;
  readonly sequence: number;
}

const MARKS: Readonly<Record<DocKind, string>> = {
  arrival: '1',
  notice: '2',
  document: '3',
  status: '4',
};
const SEQUENCE_DIGITS = 13;
const CHECK_DIGITS = 10;

/** 24 hexadecimal digits, as the axis names packets; the last ten are a check that tells ours from any others. */
export const docIdOf = ({ kind, sequence }: DocRef): string => {
  const place = `${MARKS[kind]}${sequence.toString(16).padStart(SEQUENCE_DIGITS, '0')}`;
  return `${place}${sha256(`compat ${place}`).slice(0, CHECK_DIGITS)}`;
};

/** Nothing when we never gave such an id. */
export const docRefOf = (docId: string): DocRef | undefined => {
  const kind = KINDS.find((each) => docId.startsWith(MARKS[each]));
  if (kind === undefined) return undefined;
  const sequence = Number.parseInt(docId.slice(1, 1 + SEQUENCE_DIGITS), 16);
  const ref = { kind, sequence };
  return Number.isSafeInteger(sequence) && docIdOf(ref) === docId ? ref : undefined;
};

const KINDS: readonly DocKind[] = ['arrival', 'notice', 'document', 'status'];
