import {
  type Answer,
  type ParkDelivery,
  type RequestKind,
  type RerouteDelivery,
  type RouteDelivery,
  type Said,
  type Status,
  statusCode,
} from '@lienthong/documents';
import { type Instant } from '@lienthong/kernel';
import { lienthong } from '../gen/messages.js';
import { channels, vias } from './documents.shared.js';
import { type Fields, ownBytes, present, whole, words } from './wire.js';

const v1 = lienthong.documents.v1;

type Route = Omit<RouteDelivery, 'type' | 'at'>;
type Rerouting = Omit<RerouteDelivery, 'type' | 'at'>;
type Parking = Omit<ParkDelivery, 'type' | 'at'>;
type Saying = Omit<Said, 'timestamp'> & { readonly timestamp?: Instant };

type WireStatus = Fields<lienthong.documents.v1.StatusReported>;
type WireAnswer = Fields<lienthong.documents.v1.RequestAgreed>;
type WireSaid = Fields<lienthong.documents.v1.TakeBackRequested>;

const requestKinds = words<RequestKind, lienthong.documents.v1.RequestKind>({
  'take-back': v1.RequestKind.REQUEST_KIND_TAKE_BACK,
  update: v1.RequestKind.REQUEST_KIND_UPDATE,
});

/** Left out on the wire, as it was before there were others. */
const FIRST = 1;

export const routeToWire = (route: Route) => ({
  ...route,
  via: vias.toWire(route.via),
  channel: channels.toWire(route.channel),
  revision: route.revision === FIRST ? 0 : route.revision,
});

export const routeFromWire = (wire: Fields<lienthong.documents.v1.DeliveryRouted>): Route => ({
  document: wire.document,
  sender: wire.sender,
  recipient: wire.recipient,
  via: vias.fromWire(wire.via),
  channel: channels.fromWire(wire.channel),
  revision: wire.revision === 0 ? FIRST : wire.revision,
});

export const reroutingFromWire = (
  wire: Fields<lienthong.documents.v1.DeliveryRerouted>,
): Rerouting => ({
  document: wire.document,
  sender: wire.sender,
  recipient: wire.recipient,
  successor: wire.successor,
  source: wire.source,
});

export const parkingFromWire = (wire: Fields<lienthong.documents.v1.DeliveryParked>): Parking => ({
  document: wire.document,
  sender: wire.sender,
  recipient: wire.recipient,
  problem: parkingProblem(wire.problem),
});

const parkingProblem = (text: string): Parking['problem'] => {
  if (text === 'successor-unknown' || text === 'successor-ambiguous') return text;
  throw new Error(`no delivery is parked for ${text}`);
};

export const saidFromWire = (wire: WireSaid, at: Instant): Said => ({
  description: wire.description,
  personal: ownBytes(wire.personal),
  timestamp: whole(present(wire.timestamp, 'timestamp')),
  at,
});

/** A command leaves the time out where its speaker gave none. */
export const sayingFromWire = (wire: WireSaid, at: Instant): Saying => ({
  description: wire.description,
  personal: ownBytes(wire.personal),
  ...(typeof wire.timestamp === 'undefined' || wire.timestamp === null
    ? {}
    : { timestamp: whole(wire.timestamp) }),
  at,
});

export const statusFromWire = (wire: WireStatus, at: Instant): Status => ({
  code: statusCode(wire.code),
  ...saidFromWire(wire, at),
});

export const answerToWire = (answer: Answer) => ({
  ...answer,
  request: requestKinds.toWire(answer.request),
});

export const answerFromWire = (wire: WireAnswer, at: Instant): Answer => ({
  request: requestKinds.fromWire(wire.request),
  ...saidFromWire(wire, at),
});
