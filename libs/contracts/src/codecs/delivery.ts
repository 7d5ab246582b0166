import {
  type DeliveryCommand,
  type DeliveryEvent,
  type ReportStatus,
  type RouteDelivery,
  type Status,
  statusCode,
} from '@lienthong/documents';
import { type Instant } from '@lienthong/kernel';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { channels, vias } from './documents.shared.js';
import { type Fields, ownBytes, present, whole } from './wire.js';

const v1 = lienthong.documents.v1;

type Route = Omit<RouteDelivery, 'type' | 'at'>;
type Said = Omit<Status, 'timestamp' | 'at'>;

const routeToWire = ({ document, sender, recipient, via, channel }: Route) => ({
  document,
  sender,
  recipient,
  via: vias.toWire(via),
  channel: channels.toWire(channel),
});

const routeFromWire = (wire: Fields<lienthong.documents.v1.DeliveryRouted>): Route => ({
  document: wire.document,
  sender: wire.sender,
  recipient: wire.recipient,
  via: vias.fromWire(wire.via),
  channel: channels.fromWire(wire.channel),
});

type StatusOnWire = Fields<lienthong.documents.v1.StatusReported>;

const saidFromWire = (wire: StatusOnWire): Said => ({
  code: statusCode(wire.code),
  description: wire.description,
  personal: ownBytes(wire.personal),
});

const statusFromWire = (wire: StatusOnWire, at: Instant): Status => ({
  ...saidFromWire(wire),
  timestamp: whole(present(wire.timestamp, 'timestamp')),
  at,
});

const reportFromWire = (wire: StatusOnWire, at: Instant): ReportStatus => {
  const timestamp = wire.timestamp ?? undefined;
  const said = timestamp === undefined ? {} : { timestamp: whole(timestamp) };
  return { type: 'ReportStatus', ...saidFromWire(wire), ...said, at };
};

const encodeEvent = (event: DeliveryEvent): Uint8Array => {
  switch (event.type) {
    case 'DeliveryRouted':
      return v1.DeliveryRouted.encode(routeToWire(event)).finish();
    case 'PaperDispatched':
      return v1.PaperDispatched.encode(event).finish();
    case 'DeliverySent':
      return v1.DeliverySent.encode({}).finish();
    case 'StatusReported':
      return v1.StatusReported.encode(event).finish();
    case 'StatusReportedLate':
      return v1.StatusReportedLate.encode(event).finish();
  }
};

const encodeCommand = (command: DeliveryCommand): Uint8Array => {
  switch (command.type) {
    case 'RouteDelivery':
      return v1.RouteDelivery.encode(routeToWire(command)).finish();
    case 'ConfirmSent':
      return v1.ConfirmSent.encode({}).finish();
    case 'ReportStatus':
      return v1.ReportStatus.encode(command).finish();
  }
};

export const deliveryEvents: EventCodec<DeliveryEvent> = createCodec<DeliveryEvent>({
  category: 'delivery',
  context: 'documents',
  encode: encodeEvent,
  decoders: {
    DeliveryRouted: (data, at) => {
      const route = routeFromWire(v1.DeliveryRouted.decode(data));
      return { type: 'DeliveryRouted', ...route, at };
    },
    PaperDispatched: (data, at) => {
      const { document, sender, recipient } = v1.PaperDispatched.decode(data);
      return { type: 'PaperDispatched', document, sender, recipient, at };
    },
    DeliverySent: (data, at) => {
      v1.DeliverySent.decode(data);
      return { type: 'DeliverySent', at };
    },
    StatusReported: (data, at) => {
      const status = statusFromWire(v1.StatusReported.decode(data), at);
      return { type: 'StatusReported', ...status };
    },
    StatusReportedLate: (data, at) => {
      const status = statusFromWire(v1.StatusReportedLate.decode(data), at);
      return { type: 'StatusReportedLate', ...status };
    },
  },
});

export const deliveryCommands: CommandCodec<DeliveryCommand> = createCodec<DeliveryCommand>({
  category: 'delivery',
  context: 'documents',
  encode: encodeCommand,
  decoders: {
    RouteDelivery: (data, at) => {
      const route = routeFromWire(v1.RouteDelivery.decode(data));
      return { type: 'RouteDelivery', ...route, at };
    },
    ConfirmSent: (data, at) => {
      v1.ConfirmSent.decode(data);
      return { type: 'ConfirmSent', at };
    },
    ReportStatus: (data, at) => reportFromWire(v1.ReportStatus.decode(data), at),
  },
});
