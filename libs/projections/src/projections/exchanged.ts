import { circulationOf, type DocumentIssued } from '@lienthong/documents';
import { localDate, type LocalDate } from '@lienthong/kernel';
import { z } from 'zod';
import { partiesOf } from '../model/parties.js';
import { type Known, type Projection } from '../model/projection.js';
import { add, type Effect, rowKind } from '../model/row.js';

/** An outgoing document that may yet be exchanged electronically. */
const outgoing = rowKind(
  'outgoing',
  z.object({
    agency: z.string(),
    level: z.string(),
    day: z.string(),
    exchanged: z.boolean(),
  }),
);

export type Measure = 'outgoing' | 'exchanged';

/** Counters of the whole tenant and of each agency, by business day and by the issuer's level on it. */
export const WHOLE_TENANT = 'tenant';
export const agencyHash = (agency: string): string => `agency:${agency}`;

export const counterField = (day: LocalDate, level: string, measure: Measure): string =>
  `${day}|${level}|${measure}`;

export const parseCounterField = (
  field: string,
): { day: LocalDate; level: string; measure: string } => {
  const [day = '', level = '', measure = ''] = field.split('|');
  return { day, level, measure };
};

/** Outgoing documents that have a recipient, and those of them that were exchanged electronically. */
export const exchanged: Projection = {
  name: 'exchanged',
  version: '1',
  reads: (event) =>
    event.category === 'delivery' && event.event.type === 'DeliverySent'
      ? [outgoing.address(partiesOf(event.message.aggregateId).document)]
      : [],
  fold: (event, known) => {
    if (event.category === 'document') {
      // Updates and revocations are no documents of their own, and a revoked document stays counted.
      return event.event.type === 'DocumentIssued'
        ? issued(event.message.aggregateId, event.event, known)
        : [];
    }
    return event.category === 'delivery' && event.event.type === 'DeliverySent'
      ? sent(partiesOf(event.message.aggregateId).document, known)
      : [];
  },
};

const issued = (id: string, event: DocumentIssued, { directory }: Known): readonly Effect[] => {
  const day = localDate(event.at);
  const sender = directory.agency(event.sender, day);
  if (sender?.realm !== 'inside' || circulationOf(event.recipients) === 'internal') return [];
  const row = { agency: sender.id, level: sender.placement.level, day, exchanged: false };
  return [outgoing.put(id, row), ...count(row, 'outgoing')];
};

const sent = (id: string, known: Known): readonly Effect[] => {
  const row = known.row(outgoing, id);
  if (row === undefined || row.exchanged) return [];
  return [outgoing.put(id, { ...row, exchanged: true }), ...count(row, 'exchanged')];
};

const count = (
  { agency, level, day }: { agency: string; level: string; day: LocalDate },
  measure: Measure,
): readonly Effect[] =>
  [WHOLE_TENANT, agencyHash(agency)].map((hash) => add(hash, counterField(day, level, measure)));
