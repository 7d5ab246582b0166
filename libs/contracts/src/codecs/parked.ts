import { type ParkedCommand, type ParkedEvent, type ParkMessage } from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { packetFromWire } from './documents.shared.js';
import { type Fields } from './wire.js';

const v1 = lienthong.documents.v1;

const fromWire = (
  wire: Fields<lienthong.documents.v1.MessageParked>,
): Omit<ParkMessage, 'type' | 'at'> => ({
  source: wire.source,
  problem: wire.problem,
  detail: wire.detail,
  content: packetFromWire(wire.content),
});

export const parkedEvents: EventCodec<ParkedEvent> = createCodec<ParkedEvent>({
  category: 'parked',
  context: 'documents',
  encode: (event) => v1.MessageParked.encode(event).finish(),
  decoders: {
    MessageParked: (data, at) => ({
      type: 'MessageParked',
      ...fromWire(v1.MessageParked.decode(data)),
      at,
    }),
  },
});

export const parkedCommands: CommandCodec<ParkedCommand> = createCodec<ParkedCommand>({
  category: 'parked',
  context: 'documents',
  encode: (command) => v1.ParkMessage.encode(command).finish(),
  decoders: {
    ParkMessage: (data, at) => ({
      type: 'ParkMessage',
      ...fromWire(v1.ParkMessage.decode(data)),
      at,
    }),
  },
});
