import { type Decider, type Instant, localDate } from '@lienthong/kernel';
import {
  AnswerWithoutTime,
  DeliveryUnknown,
  NoOpenRequest,
  NotADelivery,
  RequestOpen,
  SaidTooEarly,
  TooLate,
} from './delivery.errors.js';
import {
  type AnswerRequest,
  type DeliveryCommand,
  type DeliveryEvent,
  type ReportStatus,
  type RequestTakeBack,
  type RouteDelivery,
} from './delivery.messages.js';
import {
  type Addressed,
  type Delivery,
  type Electronic,
  type ElectronicDelivery,
  type EndedDelivery,
  type OpenDelivery,
  type OpenRequest,
} from './delivery.state.js';
import { progressOf, rank, type ReportCode, type StatusCode, TAKE_BACK } from './status.js';

const decide = (command: DeliveryCommand, state: Delivery): readonly DeliveryEvent[] => {
  switch (command.type) {
    case 'RouteDelivery':
      return state.status === 'unrouted' ? route(command) : [];
    case 'RerouteDelivery':
      return state.status === 'unrouted' ? [{ ...command, type: 'DeliveryRerouted' }] : [];
    case 'ParkDelivery':
      return state.status === 'unrouted' ? [{ ...command, type: 'DeliveryParked' }] : [];
    case 'ConfirmSent':
      return electronic(state).status === 'routed'
        ? [{ type: 'DeliverySent', at: command.at }]
        : [];
    case 'ReportStatus':
      return report(command, spokenOf(state, command));
    case 'RequestTakeBack':
      return requestTakeBack(command, electronic(state));
    case 'AnswerRequest':
      return answer(command, spokenOf(state, command));
    case 'OfferUpdate':
      return offer(command.revision, command.at, state);
    case 'RevokeDelivery':
      return revoke(command.at, state);
  }
};

const route = (command: RouteDelivery): readonly DeliveryEvent[] => {
  const { document, sender, recipient, channel, at } = command;
  return channel === 'paper'
    ? [{ type: 'PaperDispatched', document, sender, recipient, at }]
    : [{ ...command, type: 'DeliveryRouted' }];
};

const isElectronic = (state: Delivery): state is ElectronicDelivery => 'reported' in state;

const electronic = (state: Delivery): ElectronicDelivery => {
  if (state.status === 'dispatched-on-paper') throw new NotADelivery();
  if (!isElectronic(state)) throw new DeliveryUnknown();
  return state;
};

/**
 * What its recipient may speak of. Clocks of different systems go wrong by minutes, so the day alone counts; where no time
 * is given, that of a scenario may stand still before it. Packets that ask something back bear the odd times of their producers.
 */
const spokenOf = (
  state: Delivery,
  { timestamp, at }: Pick<ReportStatus, 'timestamp' | 'at'>,
): ElectronicDelivery => {
  const delivery = electronic(state);
  if (timestamp !== undefined && localDate(at) < localDate(delivery.routedAt))
    throw new SaidTooEarly();
  return delivery;
};

const isEnded = (state: ElectronicDelivery): state is EndedDelivery =>
  ['refused', 'completed', 'taken-back', 'revoked'].includes(state.status);

const report = (command: ReportStatus, state: ElectronicDelivery): readonly DeliveryEvent[] => {
  const { code, description, personal, timestamp, at } = command;
  if (wasSaid(code, timestamp, state)) return [];
  const status = { code, description, personal, timestamp: timestamp ?? at, at };
  if (isEnded(state) || rank(progressOf(code)) <= rank(state.status)) {
    return [{ type: 'StatusReportedLate', ...status }];
  }
  const reported = { type: 'StatusReported', ...status } as const;
  // A status proves that the document was sent, even when it overtakes the confirmation.
  return state.status === 'routed'
    ? [{ type: 'DeliverySent', at: state.routedAt }, reported]
    : [reported];
};

/** At that time; at any time where the speaker gives none. */
const wasSaid = (
  code: ReportCode,
  timestamp: Instant | undefined,
  { reported }: Electronic,
): boolean =>
  reported.some(
    (known) => known.code === code && (timestamp === undefined || known.timestamp === timestamp),
  );

const requestTakeBack = (
  { description, personal, timestamp, at }: RequestTakeBack,
  state: ElectronicDelivery,
): readonly DeliveryEvent[] => {
  const asked = requestOf(state)?.kind;
  const repeated =
    timestamp === undefined ? asked === 'take-back' : wasSaid(TAKE_BACK, timestamp, state);
  if (repeated) return [];
  if (isEnded(state)) throw new TooLate(state.status, [state.recipient]);
  if (asked !== undefined) throw new RequestOpen(asked, [state.recipient]);
  return [{ type: 'TakeBackRequested', description, personal, timestamp: timestamp ?? at, at }];
};

const requestOf = (state: ElectronicDelivery): OpenRequest | undefined =>
  isEnded(state) ? undefined : state.request;

const answer = (command: AnswerRequest, state: ElectronicDelivery): readonly DeliveryEvent[] => {
  const { agreed, timestamp } = command;
  const request = requestOf(state);
  const isRepeatable = timestamp !== undefined || request === undefined;
  if (isRepeatable && wasSaid(agreed ? '15' : '16', timestamp, state)) return [];
  if (state.status === 'revoked' && agreed)
    return [{ type: 'RevocationAcknowledged', ...saidIn(command) }];
  if (request === undefined) throw new NoOpenRequest();
  return answered(command, request);
};

const answered = (command: AnswerRequest, request: OpenRequest): readonly DeliveryEvent[] => {
  const { agreed, timestamp, at } = command;
  const { kind, next } = request;
  const isFollowing = kind === 'update' && request.follows === true;
  if (timestamp === undefined && isFollowing) throw new AnswerWithoutTime();
  const type = agreed ? 'RequestAgreed' : 'RequestDeclined';
  const answer = { type, request: kind, ...saidIn(command) } as const;
  // Who gives the document back is asked nothing more.
  const isLast = agreed && kind === 'take-back';
  return next === undefined || isLast
    ? [answer]
    : [answer, { type: 'UpdateRequested', revision: next, at }];
};

const saidIn = ({ description, personal, timestamp, at }: AnswerRequest) => ({
  description,
  personal,
  timestamp: timestamp ?? at,
  at,
});

const offer = (revision: number, at: Instant, state: Delivery): readonly DeliveryEvent[] => {
  if (state.status === 'unrouted') throw new DeliveryUnknown();
  if (!isElectronic(state) || state.offered >= revision) return [];
  const free = !isEnded(state) && state.request === undefined;
  return [{ type: free ? 'UpdateRequested' : 'UpdateMissed', revision, at }];
};

/** A recipient that has refused the document or given it back has none to be revoked. */
const revoke = (at: Instant, state: Delivery): readonly DeliveryEvent[] => {
  if (state.status === 'unrouted') throw new DeliveryUnknown();
  const held = isElectronic(state) && (!isEnded(state) || state.status === 'completed');
  return held ? [{ type: 'DeliveryRevoked', at }] : [];
};

const evolve = (state: Delivery, event: DeliveryEvent): Delivery => {
  switch (event.type) {
    case 'DeliveryRouted': {
      const { via, revision } = event;
      const electronic = { via, revision, offered: revision, reported: [] };
      return { status: 'routed', ...addressed(event), ...electronic };
    }
    case 'PaperDispatched':
      return { status: 'dispatched-on-paper', ...addressed(event) };
    case 'DeliveryRerouted':
      return { status: 'rerouted', ...addressed(event), successor: event.successor };
    case 'DeliveryParked':
      return { status: 'parked', ...addressed(event) };
    default:
      return evolveElectronic(electronic(state), event);
  }
};

const addressed = ({
  document,
  sender,
  recipient,
  at,
}: Omit<Addressed, 'routedAt'> & { readonly at: Instant }): Addressed => ({
  document,
  sender,
  recipient,
  routedAt: at,
});

type Later = Exclude<
  DeliveryEvent,
  { type: 'DeliveryRouted' | 'PaperDispatched' | 'DeliveryRerouted' | 'DeliveryParked' }
>;

const evolveElectronic = (state: ElectronicDelivery, event: Later): ElectronicDelivery => {
  switch (event.type) {
    case 'DeliverySent':
      return { ...open(state), status: 'sent' };
    case 'StatusReported':
      return progressed(recorded(state, event.code, event.timestamp), event.code);
    case 'StatusReportedLate':
      return recorded(state, event.code, event.timestamp);
    case 'TakeBackRequested': {
      const asked = open(recorded(state, TAKE_BACK, event.timestamp));
      return { ...asked, request: { kind: 'take-back' } };
    }
    case 'UpdateRequested': {
      const { revision } = event;
      const asked = { kind: 'update', revision } as const;
      const request: OpenRequest = state.offered < revision ? asked : { ...asked, follows: true };
      return { ...open(state), offered: revision, request };
    }
    case 'UpdateMissed':
      return missed(state, event.revision);
    case 'RequestAgreed':
      return agreed(open(recorded(state, '15', event.timestamp)));
    case 'RequestDeclined':
      return closed(recorded(state, '16', event.timestamp));
    case 'DeliveryRevoked':
      return { ...closed(state), status: 'revoked' };
    case 'RevocationAcknowledged':
      return recorded(state, '15', event.timestamp);
  }
};

const missed = (state: ElectronicDelivery, revision: number): ElectronicDelivery => {
  const request = requestOf(state);
  const after = { ...state, offered: revision };
  return isEnded(after) || request === undefined
    ? after
    : { ...after, request: { ...request, next: revision } };
};

const open = (state: ElectronicDelivery): OpenDelivery => {
  if (isEnded(state)) throw new TooLate(state.status, [state.recipient]);
  return state;
};

const recorded = <S extends ElectronicDelivery>(
  state: S,
  code: ReportCode,
  timestamp: Instant,
): S => ({ ...state, reported: [...state.reported, { code, timestamp }] });

/** Without the question that was open. */
const closed = (state: ElectronicDelivery): ElectronicDelivery => {
  if (isEnded(state)) return state;
  const { request: _request, ...rest } = state;
  return rest;
};

/** A delivery that ends leaves no question open. */
const progressed = (state: ElectronicDelivery, code: StatusCode): ElectronicDelivery => {
  const status = progressOf(code);
  return status === 'refused' || status === 'completed'
    ? { ...closed(state), status }
    : { ...open(state), status };
};

const agreed = (state: OpenDelivery): ElectronicDelivery =>
  state.request?.kind === 'update'
    ? { ...closed(state), revision: state.request.revision }
    : { ...closed(state), status: 'taken-back' };

export const delivery: Decider<Delivery, DeliveryCommand, DeliveryEvent> = {
  initial: { status: 'unrouted' },
  decide,
  evolve,
};
