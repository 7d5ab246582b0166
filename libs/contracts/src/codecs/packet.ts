import { type AcceptPacket, type PacketCommand, type PacketEvent } from '@lienthong/axis';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { type Fields, text, words, whole } from './wire.js';

const v1 = lienthong.axis.v1;

const messageTypes = words({
  edoc: v1.MessageType.MESSAGE_TYPE_EDOC,
  status: v1.MessageType.MESSAGE_TYPE_STATUS,
});

const transportStatuses = words({
  processing: v1.TransportStatus.TRANSPORT_STATUS_PROCESSING,
  done: v1.TransportStatus.TRANSPORT_STATUS_DONE,
  fail: v1.TransportStatus.TRANSPORT_STATUS_FAIL,
});

type Acceptance = Omit<AcceptPacket, 'type' | 'at'>;

const acceptanceToWire = (acceptance: Acceptance) => ({
  from: acceptance.from,
  messageType: messageTypes.toWire(acceptance.messageType),
  organId: acceptance.organId,
  documentId: acceptance.documentId,
  receivers: acceptance.receivers.map(({ system, agencies }) => ({
    system,
    agencies: [...agencies],
  })),
  digest: acceptance.digest,
  size: acceptance.size,
});

const acceptanceFromWire = (wire: Fields<lienthong.axis.v1.PacketAccepted>): Acceptance => ({
  from: wire.from,
  messageType: messageTypes.fromWire(wire.messageType),
  organId: wire.organId,
  documentId: wire.documentId,
  receivers: wire.receivers.map(({ system, agencies }) => ({
    system: text(system),
    agencies: agencies ?? [],
  })),
  digest: wire.digest,
  size: whole(wire.size),
});

const encodeEvent = (event: PacketEvent): Uint8Array => {
  switch (event.type) {
    case 'PacketAccepted':
      return v1.PacketAccepted.encode(acceptanceToWire(event)).finish();
    case 'PacketAcknowledged': {
      const status = transportStatuses.toWire(event.status);
      return v1.PacketAcknowledged.encode({ receiver: event.receiver, status }).finish();
    }
  }
};

const encodeCommand = (command: PacketCommand): Uint8Array => {
  switch (command.type) {
    case 'AcceptPacket':
      return v1.AcceptPacket.encode(acceptanceToWire(command)).finish();
    case 'AcknowledgePacket': {
      const status = transportStatuses.toWire(command.status);
      return v1.AcknowledgePacket.encode({ receiver: command.receiver, status }).finish();
    }
  }
};

export const packetEvents: EventCodec<PacketEvent> = createCodec<PacketEvent>({
  category: 'packet',
  context: 'axis',
  encode: encodeEvent,
  decoders: {
    PacketAccepted: (data, at) => {
      const acceptance = acceptanceFromWire(v1.PacketAccepted.decode(data));
      return { type: 'PacketAccepted', ...acceptance, at };
    },
    PacketAcknowledged: (data, at) => {
      const { receiver, status } = v1.PacketAcknowledged.decode(data);
      return {
        type: 'PacketAcknowledged',
        receiver,
        status: transportStatuses.fromWire(status),
        at,
      };
    },
  },
});

export const packetCommands: CommandCodec<PacketCommand> = createCodec<PacketCommand>({
  category: 'packet',
  context: 'axis',
  encode: encodeCommand,
  decoders: {
    AcceptPacket: (data, at) => {
      const acceptance = acceptanceFromWire(v1.AcceptPacket.decode(data));
      return { type: 'AcceptPacket', ...acceptance, at };
    },
    AcknowledgePacket: (data, at) => {
      const { receiver, status } = v1.AcknowledgePacket.decode(data);
      return {
        type: 'AcknowledgePacket',
        receiver,
        status: transportStatuses.fromWire(status),
        at,
      };
    },
  },
});
