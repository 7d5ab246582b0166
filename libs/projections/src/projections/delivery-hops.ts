import { type Recorded } from '@lienthong/contracts';
import { type DeliveryEvent, progressOf, TAKE_BACK } from '@lienthong/documents';
import { z } from 'zod';
import { partiesOf } from '../model/parties.js';
import { expectRow, type Known } from '../model/projection.js';
import { type Effect, rowKind } from '../model/row.js';

export const hop = z.object({
  at: z.number(),
  type: z.string(),
  /** Internal id of the agency that acted. */
  agency: z.string(),
  sequence: z.number(),
  statusCode: z.string().optional(),
});

export type Hop = z.infer<typeof hop>;

/** How far a delivery has come, and everything that brought it there. */
export const hopRows = rowKind(
  'delivery',
  z.object({
    sender: z.string(),
    status: z.string(),
    statusCode: z.string().optional(),
    /** What the recipient was asked and has not answered. */
    request: z.enum(['take-back', 'update']).optional(),
    hops: z.array(hop).readonly(),
  }),
);

type HopRow = ReturnType<typeof hopRows.read>;

/** The row of a delivery as an event leaves it. */
export const moved = (
  { aggregateId, sequence }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): Effect => {
  const { at, type } = event;
  const row = isFirst(event)
    ? { sender: event.sender, status: FIRST[event.type], hops: [] }
    : reached(expectRow(known, hopRows, aggregateId), event);
  const statusCode = codeOf(event);
  const said = statusCode === undefined ? {} : { statusCode };
  const agency = isSendersDoing(event) ? row.sender : partiesOf(aggregateId).recipient;
  return hopRows.put(aggregateId, {
    ...row,
    hops: [...row.hops, { at, type, agency, sequence, ...said }],
  });
};

const FIRST = {
  DeliveryRouted: 'routed',
  PaperDispatched: 'dispatched-on-paper',
  DeliveryRerouted: 'rerouted',
  DeliveryParked: 'parked',
} as const;

type First = Extract<DeliveryEvent, { type: keyof typeof FIRST }>;

const isFirst = (event: DeliveryEvent): event is First => Object.hasOwn(FIRST, event.type);

const reached = (before: HopRow, event: Exclude<DeliveryEvent, First>): HopRow => {
  switch (event.type) {
    case 'DeliverySent':
      return { ...before, status: 'sent' };
    case 'StatusReported': {
      const status = progressOf(event.code);
      const row = { ...before, status, statusCode: event.code };
      return status === 'refused' || status === 'completed' ? answered(row) : row;
    }
    case 'TakeBackRequested':
      return { ...before, request: 'take-back' };
    case 'UpdateRequested':
      return { ...before, request: 'update' };
    case 'RequestAgreed': {
      const row = answered(before);
      return event.request === 'take-back' ? { ...row, status: 'taken-back' } : row;
    }
    case 'RequestDeclined':
      return answered(before);
    case 'DeliveryRevoked':
      return { ...answered(before), status: 'revoked' };
    case 'StatusReportedLate':
    case 'UpdateMissed':
    case 'RevocationAcknowledged':
      return before;
  }
};

const answered = (row: HopRow): HopRow => {
  const { request: _request, ...rest } = row;
  return rest;
};

const codeOf = (event: DeliveryEvent): string | undefined => {
  switch (event.type) {
    case 'StatusReported':
    case 'StatusReportedLate':
      return event.code;
    case 'TakeBackRequested':
      return TAKE_BACK;
    case 'RequestAgreed':
    case 'RevocationAcknowledged':
      return '15';
    case 'RequestDeclined':
      return '16';
    default:
      return undefined;
  }
};

const SAID_BY_RECIPIENT: readonly DeliveryEvent['type'][] = [
  'StatusReported',
  'StatusReportedLate',
  'RequestAgreed',
  'RequestDeclined',
  'RevocationAcknowledged',
];

const isSendersDoing = ({ type }: DeliveryEvent): boolean => !SAID_BY_RECIPIENT.includes(type);
