import { type LocalDate } from '@lienthong/kernel';
import {
  agencyIndex,
  codeIndex,
  monthIndex,
  wordIndex,
} from '../../projections/search/postings.js';
import { plain, wordsIn } from '../../projections/search/words.js';

export interface SearchQuery {
  /** Words of the subject, all of them, with or without their marks. */
  readonly text?: string | undefined;
  /** Parts of the code, all of them: `7816/VPCP`, or `7816`. */
  readonly code?: string | undefined;
  /** Internal id of an agency that issued it, or that it is addressed to. */
  readonly agency?: string | undefined;
  /** Whoever asks may see what these issued or are addressed to; all documents where absent. */
  readonly of?: readonly string[] | undefined;
  /** Days of issue in Vietnam, both included. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Of the document, or of one of its deliveries: with `agency` given, of the one to it. */
  readonly status?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Indices that name every document that is looked for, and others; together read as one. */
export interface Lead {
  readonly name: string;
  readonly indices: readonly string[];
  /** Where a document stands in several of them, it is taken where it came to one of these first. */
  readonly agencies: readonly string[];
}

/** What may be followed to find what is asked; the shortest of them is the best. */
export const leadsOf = (query: SearchQuery, months: readonly string[]): readonly Lead[] => {
  const { text = '', code = '', agency, of, from, to } = query;
  const within = months.filter(
    (month) =>
      (from === undefined || from.slice(0, month.length) <= month) &&
      (to === undefined || month <= to.slice(0, month.length)),
  );
  return [
    ...wordsIn(text).map((word) => leadOf(wordIndex(plain(word)))),
    ...wordsIn(code).map((word) => leadOf(codeIndex(plain(word)))),
    ...(agency === undefined ? [] : [leadOfAgencies('agency', [agency])]),
    ...(of === undefined ? [] : [leadOfAgencies('of', of)]),
    { name: 'months', indices: within.map(monthIndex), agencies: [] },
  ];
};

const leadOf = (index: string): Lead => ({ name: index, indices: [index], agencies: [] });

const leadOfAgencies = (name: string, agencies: readonly string[]): Lead => ({
  name,
  indices: agencies.map(agencyIndex),
  agencies,
});
