import { type DeliveryCommand, type DeliveryEvent, statusCode } from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import {
  answerFromWire,
  answerToWire,
  parkingFromWire,
  reroutingFromWire,
  routeFromWire,
  routeToWire,
  saidFromWire,
  sayingFromWire,
  statusFromWire,
} from './delivery.shared.js';

const v1 = lienthong.documents.v1;

const encodeEvent = (event: DeliveryEvent): Uint8Array => {
  switch (event.type) {
    case 'DeliveryRouted':
      return v1.DeliveryRouted.encode(routeToWire(event)).finish();
    case 'PaperDispatched':
      return v1.PaperDispatched.encode(event).finish();
    case 'DeliveryRerouted':
      return v1.DeliveryRerouted.encode(event).finish();
    case 'DeliveryParked':
      return v1.DeliveryParked.encode(event).finish();
    case 'DeliverySent':
      return v1.DeliverySent.encode({}).finish();
    case 'StatusReported':
      return v1.StatusReported.encode(event).finish();
    case 'StatusReportedLate':
      return v1.StatusReportedLate.encode(event).finish();
    case 'TakeBackRequested':
      return v1.TakeBackRequested.encode(event).finish();
    case 'UpdateRequested':
      return v1.UpdateRequested.encode(event).finish();
    case 'UpdateMissed':
      return v1.UpdateMissed.encode(event).finish();
    case 'RequestAgreed':
      return v1.RequestAgreed.encode(answerToWire(event)).finish();
    case 'RequestDeclined':
      return v1.RequestDeclined.encode(answerToWire(event)).finish();
    case 'DeliveryRevoked':
      return v1.DeliveryRevoked.encode({}).finish();
    case 'RevocationAcknowledged':
      return v1.RevocationAcknowledged.encode(event).finish();
  }
};

const encodeCommand = (command: DeliveryCommand): Uint8Array => {
  switch (command.type) {
    case 'RouteDelivery':
      return v1.RouteDelivery.encode(routeToWire(command)).finish();
    case 'RerouteDelivery':
      return v1.RerouteDelivery.encode(command).finish();
    case 'ParkDelivery':
      return v1.ParkDelivery.encode(command).finish();
    case 'ConfirmSent':
      return v1.ConfirmSent.encode({}).finish();
    case 'ReportStatus':
      return v1.ReportStatus.encode(command).finish();
    case 'RequestTakeBack':
      return v1.RequestTakeBack.encode(command).finish();
    case 'OfferUpdate':
      return v1.OfferUpdate.encode(command).finish();
    case 'AnswerRequest':
      return v1.AnswerRequest.encode(command).finish();
    case 'RevokeDelivery':
      return v1.RevokeDelivery.encode({}).finish();
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
    DeliveryRerouted: (data, at) => {
      const rerouting = reroutingFromWire(v1.DeliveryRerouted.decode(data));
      return { type: 'DeliveryRerouted', ...rerouting, at };
    },
    DeliveryParked: (data, at) => {
      const parking = parkingFromWire(v1.DeliveryParked.decode(data));
      return { type: 'DeliveryParked', ...parking, at };
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
    TakeBackRequested: (data, at) => {
      const said = saidFromWire(v1.TakeBackRequested.decode(data), at);
      return { type: 'TakeBackRequested', ...said };
    },
    UpdateRequested: (data, at) => {
      const { revision } = v1.UpdateRequested.decode(data);
      return { type: 'UpdateRequested', revision, at };
    },
    UpdateMissed: (data, at) => {
      const { revision } = v1.UpdateMissed.decode(data);
      return { type: 'UpdateMissed', revision, at };
    },
    RequestAgreed: (data, at) => {
      const answer = answerFromWire(v1.RequestAgreed.decode(data), at);
      return { type: 'RequestAgreed', ...answer };
    },
    RequestDeclined: (data, at) => {
      const answer = answerFromWire(v1.RequestDeclined.decode(data), at);
      return { type: 'RequestDeclined', ...answer };
    },
    DeliveryRevoked: (data, at) => {
      v1.DeliveryRevoked.decode(data);
      return { type: 'DeliveryRevoked', at };
    },
    RevocationAcknowledged: (data, at) => {
      const said = saidFromWire(v1.RevocationAcknowledged.decode(data), at);
      return { type: 'RevocationAcknowledged', ...said };
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
    RerouteDelivery: (data, at) => {
      const rerouting = reroutingFromWire(v1.RerouteDelivery.decode(data));
      return { type: 'RerouteDelivery', ...rerouting, at };
    },
    ParkDelivery: (data, at) => {
      const parking = parkingFromWire(v1.ParkDelivery.decode(data));
      return { type: 'ParkDelivery', ...parking, at };
    },
    ConfirmSent: (data, at) => {
      v1.ConfirmSent.decode(data);
      return { type: 'ConfirmSent', at };
    },
    ReportStatus: (data, at) => {
      const wire = v1.ReportStatus.decode(data);
      return { type: 'ReportStatus', code: statusCode(wire.code), ...sayingFromWire(wire, at) };
    },
    RequestTakeBack: (data, at) => {
      const saying = sayingFromWire(v1.RequestTakeBack.decode(data), at);
      return { type: 'RequestTakeBack', ...saying };
    },
    OfferUpdate: (data, at) => {
      const { revision } = v1.OfferUpdate.decode(data);
      return { type: 'OfferUpdate', revision, at };
    },
    AnswerRequest: (data, at) => {
      const wire = v1.AnswerRequest.decode(data);
      return { type: 'AnswerRequest', agreed: wire.agreed, ...sayingFromWire(wire, at) };
    },
    RevokeDelivery: (data, at) => {
      v1.RevokeDelivery.decode(data);
      return { type: 'RevokeDelivery', at };
    },
  },
});
