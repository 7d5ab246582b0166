import { type Recorded } from '@lienthong/contracts';
import {
  circulationOf,
  type DocumentIssued,
  type DocumentUpdated,
  type Signature,
} from '@lienthong/documents';
import { localDate } from '@lienthong/kernel';
import { type Known } from '../../model/projection.js';
import { type Effect } from '../../model/row.js';
import { countedRows, type CountedRow, dueIn, isOnce } from './counted-rows.js';
import { counts } from './counters.js';
import { agencyScope, type DocumentMeasure, measureName, TENANT } from './measures.js';

type Place = Recorded['message'];

/** As it was issued: updates and revocations are no documents of their own, and a revoked one stays counted. */
export const issuedCounts = (
  { aggregateId }: Place,
  event: DocumentIssued,
  known: Known,
): readonly Effect[] => {
  const { at, header, recipients, sender, signatures } = event;
  const { dueOn } = header;
  const issuer = known.directory.agency(sender, localDate(at));
  const isCounted = issuer?.realm === 'inside' && circulationOf(recipients) !== 'internal';
  const row: CountedRow = {
    at,
    versions: [{ revision: 1, ...(dueOn === undefined ? {} : { dueOn }) }],
    ...(isCounted ? { outgoing: { agency: issuer.id, level: issuer.placement.level } } : {}),
  };
  const measures: readonly DocumentMeasure[] = signatures.some(isOfOffice)
    ? ['outgoing', 'signed']
    : ['outgoing'];
  return [countedRows.put(aggregateId, row), ...documentCounts(row, measures, known)];
};

const isOfOffice = ({ holder, outcome }: Signature): boolean =>
  holder === 'organisation' && outcome === 'verified';

/** Counts nothing, and remembers a due date that is another one for those who take the version. */
export const updatedRow = (
  { aggregateId }: Place,
  { header, revision }: DocumentUpdated,
  known: Known,
): readonly Effect[] => {
  const row = known.row(countedRows, aggregateId);
  if (row === undefined) return [];
  const { dueOn } = header;
  const isNew =
    dueIn(row, revision - 1) !== dueOn && row.versions.every((each) => each.revision < revision);
  if (!isNew) return [];
  const version = { revision, ...(dueOn === undefined ? {} : { dueOn }) };
  return [countedRows.put(aggregateId, { ...row, versions: [...row.versions, version] })];
};

/** The first delivery that was really sent makes a document one that was exchanged. */
export const exchangedCounts = (
  row: CountedRow,
  sequence: number,
  known: Known,
): readonly Effect[] =>
  isOnce(row.exchanged, sequence) ? documentCounts(row, ['exchanged'], known) : [];

const documentCounts = (
  { at, outgoing }: CountedRow,
  measures: readonly DocumentMeasure[],
  known: Known,
): readonly Effect[] => {
  if (outgoing === undefined) return [];
  const { agency, level } = outgoing;
  return counts(
    { recorded: known.recorded.day, business: localDate(at) },
    measures.flatMap((measure) => {
      const name = measureName(level, measure);
      return [TENANT, agencyScope(agency)].map((scope) => ({ scope, name, by: 1 }));
    }),
  );
};
