import { type ConnectSystem, type SystemCommand, type SystemEvent } from '@lienthong/directory';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { type Fields, words } from './wire.js';

const v1 = lienthong.directory.v1;

const kinds = words({
  eoffice: v1.SystemKind.SYSTEM_KIND_EOFFICE,
  'one-stop': v1.SystemKind.SYSTEM_KIND_ONE_STOP,
  portal: v1.SystemKind.SYSTEM_KIND_PORTAL,
  gateway: v1.SystemKind.SYSTEM_KIND_GATEWAY,
  kit: v1.SystemKind.SYSTEM_KIND_KIT,
});

type Connection = Omit<ConnectSystem, 'type' | 'at'>;

const connectionToWire = ({ kind, name, agencies }: Connection) => ({
  kind: kinds.toWire(kind),
  name,
  agencies: [...agencies],
});

const connectionFromWire = (wire: Fields<lienthong.directory.v1.SystemConnected>): Connection => ({
  kind: kinds.fromWire(wire.kind),
  name: wire.name,
  agencies: wire.agencies,
});

const encodeEvent = (event: SystemEvent): Uint8Array => {
  switch (event.type) {
    case 'SystemConnected':
      return v1.SystemConnected.encode(connectionToWire(event)).finish();
    case 'SystemKeyIssued':
      return v1.SystemKeyIssued.encode(event).finish();
  }
};

const encodeCommand = (command: SystemCommand): Uint8Array => {
  switch (command.type) {
    case 'ConnectSystem':
      return v1.ConnectSystem.encode(connectionToWire(command)).finish();
    case 'IssueSystemKey':
      return v1.IssueSystemKey.encode(command).finish();
  }
};

export const systemEvents: EventCodec<SystemEvent> = createCodec<SystemEvent>({
  category: 'system',
  context: 'directory',
  encode: encodeEvent,
  decoders: {
    SystemConnected: (data, at) => {
      const connection = connectionFromWire(v1.SystemConnected.decode(data));
      return { type: 'SystemConnected', ...connection, at };
    },
    SystemKeyIssued: (data, at) => {
      const { keyDigest } = v1.SystemKeyIssued.decode(data);
      return { type: 'SystemKeyIssued', keyDigest, at };
    },
  },
});

export const systemCommands: CommandCodec<SystemCommand> = createCodec<SystemCommand>({
  category: 'system',
  context: 'directory',
  encode: encodeCommand,
  decoders: {
    ConnectSystem: (data, at) => {
      const connection = connectionFromWire(v1.ConnectSystem.decode(data));
      return { type: 'ConnectSystem', ...connection, at };
    },
    IssueSystemKey: (data, at) => {
      const { keyDigest } = v1.IssueSystemKey.decode(data);
      return { type: 'IssueSystemKey', keyDigest, at };
    },
  },
});
