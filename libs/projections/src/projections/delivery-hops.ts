import { type Recorded } from '@lienthong/contracts';
import { type DeliveryEvent, isStatusCode, progressOf, TAKE_BACK } from '@lienthong/documents';
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

/** How far a delivery has come. */
export type Standing = Pick<HopRow, 'status' | 'statusCode' | 'request'>;

/** The row of a delivery as an event leaves it. */
export const moved = (
  { aggregateId, sequence }: Recorded['message'],
  event: DeliveryEvent,
  known: Known,
): Effect => {
  const { at, type } = event;
  const { sender, hops, ...before } = isBegun(event)
    ? { sender: event.sender, hops: [], ...UNROUTED }
    : expectRow(known, hopRows, aggregateId);
  const statusCode = codeOf(event);
  const said = statusCode === undefined ? {} : { statusCode };
  const agency = isSendersDoing(event) ? sender : partiesOf(aggregateId).recipient;
  const made = { at, type, agency, sequence, ...said };
  return hopRows.put(aggregateId, { sender, ...after(before, made), hops: [...hops, made] });
};

const UNROUTED: Standing = { status: 'unrouted' };

/** Where these hops, in order, have brought a delivery. */
export const standingAfter = (hops: readonly Hop[]): Standing => hops.reduce(after, UNROUTED);

const FIRST = {
  DeliveryRouted: 'routed',
  PaperDispatched: 'dispatched-on-paper',
  DeliveryRerouted: 'rerouted',
  DeliveryParked: 'parked',
} as const;

type First = keyof typeof FIRST;

const isFirst = (type: string): type is First => Object.hasOwn(FIRST, type);

const isBegun = (event: DeliveryEvent): event is Extract<DeliveryEvent, { type: First }> =>
  isFirst(event.type);

const after = (before: Standing, { type, statusCode }: Hop): Standing => {
  if (isFirst(type)) return { status: FIRST[type] };
  switch (type) {
    case 'DeliverySent':
      return { ...before, status: 'sent' };
    case 'StatusReported':
      return reported(before, statusCode);
    case 'TakeBackRequested':
      return { ...before, request: 'take-back' };
    case 'UpdateRequested':
      return { ...before, request: 'update' };
    case 'RequestAgreed':
      return before.request === 'take-back'
        ? { ...answered(before), status: 'taken-back' }
        : answered(before);
    case 'RequestDeclined':
      return answered(before);
    case 'DeliveryRevoked':
      return { ...answered(before), status: 'revoked' };
    default:
      return before;
  }
};

const reported = (before: Standing, code: string | undefined): Standing => {
  if (code === undefined || !isStatusCode(code)) return before;
  const status = progressOf(code);
  const standing = { ...before, status, statusCode: code };
  return status === 'refused' || status === 'completed' ? answered(standing) : standing;
};

const answered = ({ request: _request, ...rest }: Standing): Standing => rest;

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
