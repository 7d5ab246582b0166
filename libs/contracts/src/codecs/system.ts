import { type ConnectSystem, type SystemCommand, type SystemEvent } from '@lienthong/directory';
import { type Instant, type RequestMark } from '@lienthong/kernel';
import { lienthong } from '../gen/messages.js';
import { createCodec, type CommandCodec, type EventCodec } from './codec.js';
import { type Fields, text, whole, words } from './wire.js';

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

interface NewKey {
  readonly keyDigest: string;
  readonly validUntil?: Instant;
  readonly request?: RequestMark;
}

const keyFromWire = (wire: Fields<lienthong.directory.v1.SystemKeyIssued>): NewKey => {
  const validUntil = wire.validUntil ?? undefined;
  return {
    keyDigest: wire.keyDigest,
    ...(validUntil === undefined ? {} : { validUntil: whole(validUntil) }),
    ...(wire.request ? { request: markFromWire(wire.request) } : {}),
  };
};

const markFromWire = ({
  id,
  inputDigest,
}: lienthong.directory.v1.RequestMark.$Properties): RequestMark => ({
  id: text(id),
  inputDigest: text(inputDigest),
});

const rotationFromWire = (wire: Fields<lienthong.directory.v1.SystemKeyRotated>) => ({
  ...keyFromWire(wire),
  replaced: wire.replaced,
  replacedUntil: whole(wire.replacedUntil),
});

const encodeEvent = (event: SystemEvent): Uint8Array => {
  switch (event.type) {
    case 'SystemConnected':
      return v1.SystemConnected.encode(connectionToWire(event)).finish();
    case 'SystemKeyIssued':
      return v1.SystemKeyIssued.encode(event).finish();
    case 'SystemKeyRotated':
      return v1.SystemKeyRotated.encode(event).finish();
    case 'SystemKeyRevoked':
      return v1.SystemKeyRevoked.encode(event).finish();
  }
};

const encodeCommand = (command: SystemCommand): Uint8Array => {
  switch (command.type) {
    case 'ConnectSystem':
      return v1.ConnectSystem.encode(connectionToWire(command)).finish();
    case 'IssueSystemKey':
      return v1.IssueSystemKey.encode(command).finish();
    case 'RotateSystemKey':
      return v1.RotateSystemKey.encode(command).finish();
    case 'RevokeSystemKey':
      return v1.RevokeSystemKey.encode(command).finish();
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
      const key = keyFromWire(v1.SystemKeyIssued.decode(data));
      return { type: 'SystemKeyIssued', ...key, at };
    },
    SystemKeyRotated: (data, at) => {
      const rotation = rotationFromWire(v1.SystemKeyRotated.decode(data));
      return { type: 'SystemKeyRotated', ...rotation, at };
    },
    SystemKeyRevoked: (data, at) => {
      const { keyDigest } = v1.SystemKeyRevoked.decode(data);
      return { type: 'SystemKeyRevoked', keyDigest, at };
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
      const key = keyFromWire(v1.IssueSystemKey.decode(data));
      return { type: 'IssueSystemKey', ...key, at };
    },
    RotateSystemKey: (data, at) => {
      const rotation = rotationFromWire(v1.RotateSystemKey.decode(data));
      return { type: 'RotateSystemKey', ...rotation, at };
    },
    RevokeSystemKey: (data, at) => {
      const { keyDigest } = v1.RevokeSystemKey.decode(data);
      return { type: 'RevokeSystemKey', keyDigest, at };
    },
  },
});
