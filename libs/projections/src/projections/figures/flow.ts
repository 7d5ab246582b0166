import { type Recorded } from '@lienthong/contracts';
import { type DocumentIssued, type DocumentUpdated } from '@lienthong/documents';
import { localDate } from '@lienthong/kernel';
import { z } from 'zod';
import { type Known } from '../../model/projection.js';
import { type Effect, rowKind } from '../../model/row.js';
import { type Counted, counts } from './counters.js';
import { levelCell } from './level-cell.js';

export type FlowBy = 'level' | 'agency';

export type FlowMeasure = 'documents' | 'deliveries';

/** The scope of all documents that have a recipient; its counters bear the measures' names. */
export const FLOW = 'flow';

/** The scope of what goes from where to where. */
export const cellsScope = (by: FlowBy): string => `flow:${by}`;

const cellName = (from: string, to: string, measure: FlowMeasure): string =>
  `${from}|${to}|${measure}`;

export const parseCellName = (name: string): { from: string; to: string; measure: string } => {
  const [from = '', to = '', measure = ''] = name.split('|');
  return { from, to, measure };
};

/** To whom a document goes, each with the sequence from which on. */
export const addressedRows = rowKind(
  'addressed',
  z.object({ sender: z.string(), at: z.number(), to: z.record(z.string(), z.number()) }),
);

type AddressedRow = ReturnType<typeof addressedRows.read>;
type Place = Recorded['message'];

/** How documents go between levels and between agencies, by business day of issue. */
export const issuedFlow = (
  message: Place,
  { sender, recipients, at }: DocumentIssued,
  known: Known,
): readonly Effect[] => {
  const to = recipients.map(({ agency }) => agency);
  return addressed(message, { sender, at, to: {} }, to, known);
};

/** An update may address more recipients; a document still counts once in each cell. */
export const updatedFlow = (
  message: Place,
  joined: readonly string[],
  known: Known,
): readonly Effect[] => {
  const row = known.row(addressedRows, message.aggregateId);
  return row === undefined || joined.length === 0 ? [] : addressed(message, row, joined, known);
};

/** Those whom an update addresses and nothing before it did. */
export const joinedBy = (
  { aggregateId, sequence }: Place,
  { added }: DocumentUpdated,
  known: Known,
): readonly string[] => {
  const to = known.row(addressedRows, aggregateId)?.to ?? {};
  const agencies = new Set(added.map(({ agency }) => agency));
  return [...agencies].filter((agency) => (to[agency] ?? sequence) >= sequence);
};

const addressed = (
  { aggregateId, sequence }: Place,
  row: AddressedRow,
  joined: readonly string[],
  known: Known,
): readonly Effect[] => {
  const { sender, at, to } = row;
  const business = localDate(at);
  const level = (id: string): string => levelCell(known.directory.agency(id, business));
  const before = Object.keys(to).filter((agency) => (to[agency] ?? sequence) < sequence);
  const next = { ...row, to: { ...Object.fromEntries(joined.map((id) => [id, sequence])), ...to } };
  return [
    addressedRows.put(aggregateId, next),
    ...(joined.length === 0
      ? []
      : counts({ recorded: known.recorded.day, business }, [
          ...(before.length === 0 ? [{ scope: FLOW, name: 'documents', by: 1 }] : []),
          { scope: FLOW, name: 'deliveries', by: joined.length },
          ...touched('level', level(sender), joined.map(level), before.map(level)),
          ...touched('agency', sender, joined, before),
        ])),
  ];
};

/** A document counts once in each cell that it touches, and there once more for each delivery. */
const touched = (
  by: FlowBy,
  from: string,
  to: readonly string[],
  before: readonly string[],
): readonly Counted[] => {
  const deliveries = new Map<string, number>();
  for (const cell of to) deliveries.set(cell, (deliveries.get(cell) ?? 0) + 1);
  const scope = cellsScope(by);
  return [...deliveries].flatMap(([cell, count]) => [
    ...(before.includes(cell) ? [] : [{ scope, name: cellName(from, cell, 'documents'), by: 1 }]),
    { scope, name: cellName(from, cell, 'deliveries'), by: count },
  ]);
};
