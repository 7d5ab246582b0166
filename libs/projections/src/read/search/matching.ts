import { localDate } from '@lienthong/kernel';
import { type traceRows } from '../../projections/documents.js';
import { means, wordsIn } from '../../projections/search/words.js';
import { within } from '../figures/indicators.js';
import { type Lead, type SearchQuery } from './search-query.js';

export type DocumentRow = ReturnType<typeof traceRows.read>;

/** Whether the document is one of those asked for, as far as its own row tells. */
export const matches = (row: DocumentRow, query: SearchQuery): boolean => {
  const { text = '', code = '', agency, of } = query;
  const parties = partiesIn(row);
  return (
    within(query, localDate(row.issuedAt)) &&
    (agency === undefined || parties.has(agency)) &&
    (of === undefined || of.some((one) => parties.has(one))) &&
    hasEveryWord(row.subject, text) &&
    hasEveryWord(row.code, code)
  );
};

const hasEveryWord = (text: string, wanted: string): boolean => {
  const words = wordsIn(text);
  return wordsIn(wanted).every((one) => words.some((word) => means(one, word)));
};

/** Everybody who issued or gets it, each with the event by which. */
const partiesIn = ({ sender, sequence, recipients }: DocumentRow): ReadonlyMap<string, number> =>
  new Map([
    ...recipients.map(({ agency, since }) => [agency, since ?? sequence] as const),
    [sender, sequence],
  ]);

/** Whether it is this entry of the lead that stands for the document, which may have several there. */
export const standsFor = (
  row: DocumentRow,
  { agencies }: Lead,
  place: { readonly sequence: number },
): boolean => {
  if (agencies.length === 0) return true;
  const parties = partiesIn(row);
  const places = agencies.flatMap((agency) => parties.get(agency) ?? []);
  return place.sequence === Math.min(...places);
};
