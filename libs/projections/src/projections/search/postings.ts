import { localDate, type Instant } from '@lienthong/kernel';
import { z } from 'zod';
import { type Known } from '../../model/projection.js';
import { type Effect, post, rowKind } from '../../model/row.js';
import { plainWords } from './words.js';

/** Indices by which documents are found; each names a document once. */
export const wordIndex = (word: string): string => `word:${word}`;
export const codeIndex = (word: string): string => `code:${word}`;
/** Of the agency that issued a document, and of each that it is addressed to. */
export const agencyIndex = (agency: string): string => `agency:${agency}`;
export const monthIndex = (month: string): string => `month:${month}`;

/** The months in which anything was issued. */
export const monthRows = rowKind('months', z.object({ months: z.array(z.string()).readonly() }));
export const EVERY_MONTH = 'every';

/** `yyyy-MM` */
export const monthOf = (at: Instant): string => localDate(at).slice(0, 'yyyy-MM'.length);

interface Text {
  readonly code: string;
  readonly subject: string;
}

interface Issue extends Text {
  readonly agencies: readonly string[];
  readonly at: Instant;
}

/** A document that was issued is found by its words, its agencies and its month. */
export const issuedPostings = (
  document: string,
  { agencies, at, ...text }: Issue,
  known: Known,
): readonly Effect[] => {
  const month = monthOf(at);
  const { months } = known.row(monthRows, EVERY_MONTH) ?? { months: [] };
  const indices = [...textIndices(text), ...agencies.map(agencyIndex), monthIndex(month)];
  return [
    ...[...new Set(indices)].map((index) => post(index, document)),
    ...(months.includes(month) ? [] : [monthRows.put(EVERY_MONTH, { months: [...months, month] })]),
  ];
};

/** Another version is found by what none before it was. */
export const rewordedPostings = (
  document: string,
  text: Text,
  before: readonly Text[],
): readonly Effect[] => {
  const known = new Set(before.flatMap(textIndices));
  return textIndices(text)
    .filter((index) => !known.has(index))
    .map((index) => post(index, document));
};

const textIndices = ({ code, subject }: Text): readonly string[] => [
  ...plainWords(code).map(codeIndex),
  ...plainWords(subject).map(wordIndex),
];
