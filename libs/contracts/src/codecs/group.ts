import { type GroupCommand, type GroupEvent } from '@lienthong/directory';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';

const v1 = lienthong.directory.v1;

export const groupEvents: EventCodec<GroupEvent> = createCodec<GroupEvent>({
  category: 'group',
  context: 'directory',
  encode: (event) => v1.GroupDefined.encode({ ...event, members: [...event.members] }).finish(),
  decoders: {
    GroupDefined: (data, at) => {
      const { name, members, from } = v1.GroupDefined.decode(data);
      return { type: 'GroupDefined', name, members, from, at };
    },
  },
});

export const groupCommands: CommandCodec<GroupCommand> = createCodec<GroupCommand>({
  category: 'group',
  context: 'directory',
  encode: (command) =>
    v1.DefineGroup.encode({ ...command, members: [...command.members] }).finish(),
  decoders: {
    DefineGroup: (data, at) => {
      const { name, members, from } = v1.DefineGroup.decode(data);
      return { type: 'DefineGroup', name, members, from, at };
    },
  },
});
