import { type Decider, type Instant } from '@lienthong/kernel';
import { type Channel, type Via } from './document.js';
import { DeliveryUnknown, NotADelivery } from './delivery.errors.js';
import { isTerminal, type Progress, progressOf, rank, type StatusCode } from './status.js';

/** A document on its way to one recipient. */
export type Delivery =
  | { readonly status: 'unrouted' }
  | (Addressed & { readonly status: 'dispatched-on-paper' })
  | (Addressed & { readonly status: 'routed' })
  | (Addressed & { readonly status: 'sent' })
  | (Addressed & { readonly status: Progress });

interface Addressed {
  readonly document: string;
  readonly sender: string;
  readonly recipient: string;
  readonly via: Via;
  readonly routedAt: Instant;
  /** Every status that was recorded, with its own time: a repetition is known by both. */
  readonly reported: readonly { readonly code: StatusCode; readonly timestamp: Instant }[];
}

export interface RouteDelivery {
  readonly type: 'RouteDelivery';
  /** Internal ids. */
  readonly document: string;
  readonly sender: string;
  readonly recipient: string;
  readonly via: Via;
  readonly channel: Channel;
  readonly at: Instant;
}

export interface ReportStatus {
  readonly type: 'ReportStatus';
  readonly code: StatusCode;
  /** Why, in the recipient's words; empty when it said nothing. */
  readonly description: string;
  /** Who acted, a PersonalData message. */
  readonly personal: Uint8Array;
  /** The recipient's own time of the status; absent, it is the status's first and only report. */
  readonly timestamp?: Instant;
  readonly at: Instant;
}

/** What was said of a delivery, with the time that its recipient gives it. */
export type Status = Omit<ReportStatus, 'type' | 'timestamp'> & { readonly timestamp: Instant };

export type DeliveryCommand =
  | RouteDelivery
  /** The document lies in the recipient's inbox, or the axis has accepted it. */
  | { readonly type: 'ConfirmSent'; readonly at: Instant }
  | ReportStatus;

export type DeliveryEvent =
  | (Omit<RouteDelivery, 'type'> & { readonly type: 'DeliveryRouted' })
  | (Omit<RouteDelivery, 'type' | 'via' | 'channel'> & { readonly type: 'PaperDispatched' })
  | { readonly type: 'DeliverySent'; readonly at: Instant }
  | (Status & { readonly type: 'StatusReported' })
  /** The status came after a later one; it changes nothing and stays visible. */
  | (Status & { readonly type: 'StatusReportedLate' });

const decide = (command: DeliveryCommand, state: Delivery): readonly DeliveryEvent[] => {
  switch (command.type) {
    case 'RouteDelivery':
      return state.status === 'unrouted' ? route(command) : [];
    case 'ConfirmSent':
      return electronic(state).status === 'routed'
        ? [{ type: 'DeliverySent', at: command.at }]
        : [];
    case 'ReportStatus':
      return report(command, electronic(state));
  }
};

const route = (command: RouteDelivery): readonly DeliveryEvent[] => {
  const { document, sender, recipient, channel, at } = command;
  return channel === 'paper'
    ? [{ type: 'PaperDispatched', document, sender, recipient, at }]
    : [{ ...command, type: 'DeliveryRouted' }];
};

type Electronic = Exclude<Delivery, { status: 'unrouted' | 'dispatched-on-paper' }>;

const electronic = (state: Delivery): Electronic => {
  if (state.status === 'unrouted') throw new DeliveryUnknown();
  if (state.status === 'dispatched-on-paper') throw new NotADelivery();
  return state;
};

const report = (command: ReportStatus, state: Electronic): readonly DeliveryEvent[] => {
  const { code, description, personal, timestamp, at } = command;
  const said = state.reported.filter((known) => known.code === code);
  const repeated =
    timestamp === undefined ? said : said.filter((known) => known.timestamp === timestamp);
  if (repeated.length > 0) return [];
  const status = { code, description, personal, timestamp: timestamp ?? at, at };
  if (!advances(code, state)) return [{ ...status, type: 'StatusReportedLate' }];
  const reported = { ...status, type: 'StatusReported' } as const;
  // A status proves that the document was sent, even when it overtakes the confirmation.
  return state.status === 'routed'
    ? [{ type: 'DeliverySent', at: state.routedAt }, reported]
    : [reported];
};

const advances = (code: StatusCode, state: Electronic): boolean =>
  !isTerminal(state.status) && rank(progressOf(code)) > rank(state.status);

const evolve = (state: Delivery, event: DeliveryEvent): Delivery => {
  switch (event.type) {
    case 'DeliveryRouted':
      return { status: 'routed', ...addressed(event, event.via) };
    case 'PaperDispatched':
      return { status: 'dispatched-on-paper', ...addressed(event, 'local') };
    case 'DeliverySent':
      return { ...electronic(state), status: 'sent' };
    case 'StatusReported':
      return { ...recorded(state, event), status: progressOf(event.code) };
    case 'StatusReportedLate':
      return recorded(state, event);
  }
};

const addressed = (
  event: { document: string; sender: string; recipient: string; at: Instant },
  via: Via,
): Addressed => {
  const { document, sender, recipient, at } = event;
  return { document, sender, recipient, via, routedAt: at, reported: [] };
};

const recorded = (
  state: Delivery,
  status: { code: StatusCode; timestamp: Instant },
): Electronic => {
  const known = electronic(state);
  return {
    ...known,
    reported: [...known.reported, { code: status.code, timestamp: status.timestamp }],
  };
};

export const delivery: Decider<Delivery, DeliveryCommand, DeliveryEvent> = {
  initial: { status: 'unrouted' },
  decide,
  evolve,
};
