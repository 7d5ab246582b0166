import { type Recorded } from '@lienthong/contracts';
import { type DeliveryEvent, type StatusCode } from '@lienthong/documents';
import { localDate } from '@lienthong/kernel';
import { partiesOf } from '../../model/parties.js';
import { type Known } from '../../model/projection.js';
import { type Effect } from '../../model/row.js';
import {
  countedRows,
  type CountedRow,
  deliveryTo,
  isOnce,
  recipientLevel,
  withDelivery,
} from './counted-rows.js';
import { counts } from './counters.js';
import { type Step, stepOf } from './delivery-steps.js';
import { exchangedCounts } from './documents-counted.js';
import { boundOf } from './durations.js';
import { agencyScope, type Duration, durationName, measureName, TENANT } from './measures.js';

const DURATIONS: Readonly<Partial<Record<StatusCode, Duration>>> = {
  '01': 'arrival',
  '06': 'completion',
};

/** Whether the event of a delivery may count in any figure. */
export const isCounted = (event: DeliveryEvent): boolean => {
  switch (event.type) {
    case 'DeliveryRouted':
      return event.revision > 1;
    case 'DeliverySent':
    case 'TakeBackRequested':
    case 'UpdateRequested':
    case 'RequestAgreed':
    case 'RequestDeclined':
    case 'DeliveryRevoked':
      return true;
    case 'StatusReported':
      return event.code === '02' || DURATIONS[event.code] !== undefined;
    default:
      return false;
  }
};

export const deliveryCounts = (
  { aggregateId, sequence }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): readonly Effect[] => {
  const { recipient, document } = partiesOf(aggregateId);
  const row = known.row(countedRows, document);
  if (row === undefined) return [];
  const delivery = deliveryTo(row, recipient, known);
  const step = stepOf({ row, delivery, sequence }, event);
  const isSent = event.type === 'DeliverySent';
  const next = stepped(isSent ? exchangedBy(row, sequence) : row, recipient, step, delivery);
  return [
    ...(next === row ? [] : [countedRows.put(document, next)]),
    ...(isSent ? exchangedCounts(row, sequence, known) : []),
    ...(step === undefined ? [] : changeCounts(recipient, step, known)),
    ...durationCounts(row, recipient, event, known),
  ];
};

const exchangedBy = (row: CountedRow, sequence: number): CountedRow =>
  row.outgoing !== undefined && isOnce(row.exchanged, sequence)
    ? { ...row, exchanged: sequence }
    : row;

const stepped = (
  row: CountedRow,
  recipient: string,
  step: Step | undefined,
  before: Step['delivery'],
): CountedRow =>
  step === undefined || step.delivery === before
    ? row
    : withDelivery(row, recipient, step.delivery);

const changeCounts = (recipient: string, { delivery, changes }: Step, known: Known) =>
  changes.flatMap(({ day, measure, by }) =>
    recipientCounts(recipient, { day, name: measureName(delivery.level, measure), by }, known),
  );

const durationCounts = (
  row: CountedRow,
  recipient: string,
  event: DeliveryEvent,
  known: Known,
): readonly Effect[] => {
  const duration = event.type === 'StatusReported' ? DURATIONS[event.code] : undefined;
  if (duration === undefined) return [];
  const level = recipientLevel(row, recipient, known);
  const name = durationName(level, duration, boundOf(event.at - row.at));
  return recipientCounts(recipient, { day: localDate(row.at), name, by: 1 }, known);
};

const recipientCounts = (
  recipient: string,
  { day, name, by }: { readonly day: string; readonly name: string; readonly by: number },
  known: Known,
): readonly Effect[] =>
  counts(
    { recorded: known.recorded.day, business: day },
    [TENANT, agencyScope(recipient)].map((scope) => ({ scope, name, by })),
  );
