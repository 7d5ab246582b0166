import { type AgencyView } from '@lienthong/directory';
import { type DocumentIssued } from '@lienthong/documents';
import { localDate, type LocalDate } from '@lienthong/kernel';
import { type Known, type Projection } from '../model/projection.js';
import { add, type Effect } from '../model/row.js';

export type FlowBy = 'level' | 'agency';

/** Counters of each day, which is also the list of days. */
export const DAYS = 'days';
export const cellsHash = (by: FlowBy, day: LocalDate): string => `${by}:${day}`;

export type FlowMeasure = 'documents' | 'deliveries';

export const dayField = (day: LocalDate, measure: FlowMeasure): string => `${day}|${measure}`;
export const cellField = (from: string, to: string, measure: FlowMeasure): string =>
  `${from}|${to}|${measure}`;

/** How documents go between levels and between agencies, by business day of issue. */
export const flow: Projection = {
  name: 'flow',
  version: '1',
  reads: () => [],
  fold: (event, known) =>
    event.category === 'document' && event.event.type === 'DocumentIssued'
      ? issued(event.event, known)
      : [],
};

const issued = (event: DocumentIssued, { directory }: Known): readonly Effect[] => {
  const { sender, recipients, at } = event;
  if (recipients.length === 0) return [];
  const day = localDate(at);
  const level = (id: string): string => levelCell(directory.agency(id, day));
  const to = recipients.map(({ agency }) => agency);
  return [
    add(DAYS, dayField(day, 'documents')),
    add(DAYS, dayField(day, 'deliveries'), recipients.length),
    ...touch(cellsHash('level', day), level(sender), to.map(level)),
    ...touch(cellsHash('agency', day), sender, to),
  ];
};

/** A document counts once in each cell that it touches, and there once more for each delivery. */
const touch = (hash: string, from: string, to: readonly string[]): readonly Effect[] => {
  const deliveries = new Map<string, number>();
  for (const cell of to) deliveries.set(cell, (deliveries.get(cell) ?? 0) + 1);
  return [...deliveries].flatMap(([cell, count]) => [
    add(hash, cellField(from, cell, 'documents')),
    add(hash, cellField(from, cell, 'deliveries'), count),
  ]);
};

/** Own province and others are told apart; the centre is one, wherever its agencies stand. */
export const levelCell = (agency: AgencyView | undefined): string => {
  if (agency === undefined) return 'unknown';
  const { level } = agency.placement;
  return level === 'central' || agency.realm === 'inside' ? level : `${level}@other`;
};
