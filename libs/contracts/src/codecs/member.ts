import { type MemberCommand, type MemberEvent, type MemberParticulars } from '@lienthong/axis';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { type Fields } from './wire.js';

const v1 = lienthong.axis.v1;

const particularsFromWire = (
  wire: Fields<lienthong.axis.v1.MemberRegistered>,
): MemberParticulars => ({
  code: wire.code,
  code102: wire.code102,
  name: wire.name,
  level: wire.level,
  system: wire.system,
});

const encodeEvent = (event: MemberEvent): Uint8Array => {
  switch (event.type) {
    case 'MemberRegistered':
      return v1.MemberRegistered.encode(event).finish();
    case 'MemberDeleted':
      return v1.MemberDeleted.encode(event).finish();
  }
};

const encodeCommand = (command: MemberCommand): Uint8Array => {
  switch (command.type) {
    case 'RegisterMember':
      return v1.RegisterMember.encode(command).finish();
    case 'DeleteMember':
      return v1.DeleteMember.encode(command).finish();
  }
};

export const memberEvents: EventCodec<MemberEvent> = createCodec<MemberEvent>({
  category: 'member',
  context: 'axis',
  encode: encodeEvent,
  decoders: {
    MemberRegistered: (data, at) => {
      const particulars = particularsFromWire(v1.MemberRegistered.decode(data));
      return { type: 'MemberRegistered', ...particulars, at };
    },
    MemberDeleted: (data, at) => {
      const { system } = v1.MemberDeleted.decode(data);
      return { type: 'MemberDeleted', system, at };
    },
  },
});

export const memberCommands: CommandCodec<MemberCommand> = createCodec<MemberCommand>({
  category: 'member',
  context: 'axis',
  encode: encodeCommand,
  decoders: {
    RegisterMember: (data, at) => {
      const particulars = particularsFromWire(v1.RegisterMember.decode(data));
      return { type: 'RegisterMember', ...particulars, at };
    },
    DeleteMember: (data, at) => {
      const { system } = v1.DeleteMember.decode(data);
      return { type: 'DeleteMember', system, at };
    },
  },
});
