import { type DeliveryEvent } from '@lienthong/documents';
import { dayAfter, localDate, type LocalDate } from '@lienthong/kernel';
import {
  type CountedDelivery,
  type CountedRequest,
  type CountedRow,
  dueIn,
  hasDueDate,
  isOnce,
  revisionBefore,
} from './counted-rows.js';
import { type DeliveryMeasure } from './measures.js';

/** A measure goes up or down on a day. */
export interface Change {
  readonly day: LocalDate;
  readonly measure: DeliveryMeasure;
  readonly by: number;
}

/** A delivery after an event, and what the event counts. */
export interface Step {
  readonly delivery: CountedDelivery;
  readonly changes: readonly Change[];
}

/** Where a delivery stands when an event comes. */
export interface Before {
  readonly row: CountedRow;
  readonly delivery: CountedDelivery;
  readonly sequence: number;
}

/** What an event changes in what is awaited of a recipient; nothing for most events. */
export const stepOf = (before: Before, event: DeliveryEvent): Step | undefined => {
  const day = localDate(event.at);
  switch (event.type) {
    case 'DeliveryRouted':
      return routed(before, event.revision);
    case 'DeliverySent':
      return begun(before, day);
    case 'TakeBackRequested':
      return asked(before, day, {});
    case 'UpdateRequested':
      return asked(before, day, { revision: event.revision });
    case 'RequestDeclined':
      return answered(before, day, false);
    case 'RequestAgreed': {
      const step = answered(before, day, true);
      return event.request === 'take-back'
        ? then(step, (delivery) => ended({ ...before, delivery }, day))
        : then(step, (delivery) => moved({ ...before, delivery }, day));
    }
    case 'StatusReported':
      return event.code === '02' || event.code === '06' ? over(before, day) : undefined;
    case 'DeliveryRevoked':
      return over(before, day);
    default:
      return undefined;
  }
};

const then = (step: Step, next: (delivery: CountedDelivery) => Step): Step => {
  const { delivery, changes } = next(step.delivery);
  return { delivery, changes: [...step.changes, ...changes] };
};

/** It ends, and what was asked with it. */
const over = (before: Before, day: LocalDate): Step =>
  then(answered(before, day, false), (delivery) => ended({ ...before, delivery }, day));

const routed = ({ row, delivery }: Before, revision: number): Step | undefined =>
  revision === 1 || !hasDueDate(row)
    ? undefined
    : { delivery: { ...delivery, revision }, changes: [] };

const begun = ({ row, delivery, sequence }: Before, day: LocalDate): Step => {
  if (!hasDueDate(row) || !isOnce(delivery.sent, sequence)) return { delivery, changes: [] };
  return {
    delivery: { ...delivery, sent: sequence },
    changes: awaited(dueIn(row, revisionBefore(delivery, sequence)), day),
  };
};

const ended = ({ row, delivery, sequence }: Before, day: LocalDate): Step => {
  if (!isUnderWay({ row, delivery, sequence })) return { delivery, changes: [] };
  return {
    delivery: { ...delivery, ended: sequence },
    changes: settled(dueIn(row, revisionBefore(delivery, sequence)), day),
  };
};

const isUnderWay = ({ delivery: { sent, ended: end }, sequence }: Before): boolean =>
  sent !== undefined && sent < sequence && isOnce(end, sequence);

/** The recipient takes another version, with the due date of that one. */
const moved = (before: Before, day: LocalDate): Step => {
  const { row, delivery, sequence } = before;
  const taken = delivery.requests.find(({ closed }) => closed === sequence)?.revision;
  if (taken === undefined || !hasDueDate(row)) return { delivery, changes: [] };
  const due = isUnderWay(before) ? dueIn(row, revisionBefore(delivery, sequence)) : undefined;
  const next = dueIn(row, taken);
  return {
    delivery: { ...delivery, sent: delivery.sent ?? sequence },
    changes: due === next ? [] : [...settled(due, day), ...awaited(next, day)],
  };
};

/** With a due date, it is overdue from the day after. */
const awaited = (dueOn: LocalDate | undefined, day: LocalDate): readonly Change[] =>
  dueOn === undefined
    ? []
    : [
        { day, measure: 'due', by: 1 },
        { day: dayAfter(dueOn), measure: 'overdue', by: 1 },
      ];

/** What is settled in time was overdue on no day: it goes up and down on the same one. */
const settled = (dueOn: LocalDate | undefined, day: LocalDate): readonly Change[] => {
  if (dueOn === undefined) return [];
  const late = dayAfter(dueOn);
  return [
    { day, measure: 'due', by: -1 },
    { day: day > late ? day : late, measure: 'overdue', by: -1 },
  ];
};

const asked = (
  { delivery, sequence }: Before,
  day: LocalDate,
  what: Pick<CountedRequest, 'revision'>,
): Step => {
  const isKept = delivery.requests.some(({ opened }) => opened === sequence);
  const requests = isKept
    ? delivery.requests
    : [...delivery.requests, { opened: sequence, ...what }];
  return {
    delivery: { ...delivery, requests },
    changes: [
      { day, measure: 'requests', by: 1 },
      { day, measure: 'requests-open', by: 1 },
    ],
  };
};

const answered = ({ delivery, sequence }: Before, day: LocalDate, agreed: boolean): Step => {
  const isOpen = ({ opened, closed }: CountedRequest): boolean =>
    opened < sequence && isOnce(closed, sequence);
  if (!delivery.requests.some(isOpen)) return { delivery, changes: [] };
  const requests = delivery.requests.map((each) =>
    isOpen(each) ? { ...each, closed: sequence, agreed } : each,
  );
  return {
    delivery: { ...delivery, requests },
    changes: [{ day, measure: 'requests-open', by: -1 }],
  };
};
