import { canonicalJson, type Decider, type Instant, sha256 } from '@lienthong/kernel';
import { PacketNotForYou, PacketUnknown } from './packet.errors.js';

export type MessageType = 'edoc' | 'status';

/** What a receiving system says of a packet; one that is not `done` or `fail` stays in its list. */
export type TransportStatus = 'processing' | 'done' | 'fail';

/** A packet that the national document axis holds for the systems that shall receive it. */
export type Packet =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'held';
      readonly from: string;
      readonly messageType: MessageType;
      readonly receivers: ReadonlyMap<string, TransportStatus | 'inbox'>;
    };

export interface AcceptPacket {
  readonly type: 'AcceptPacket';
  /** Registered id of the sending system. */
  readonly from: string;
  readonly messageType: MessageType;
  /** Agency code and DocumentId that the packet's header bears. */
  readonly organId: string;
  readonly documentId: string;
  /** One entry for each receiving system, with the agency codes that it serves. */
  readonly receivers: readonly { readonly system: string; readonly agencies: readonly string[] }[];
  /** SHA-256 of the packet's bytes, which the object store keeps. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly at: Instant;
}

export interface AcknowledgePacket {
  readonly type: 'AcknowledgePacket';
  readonly receiver: string;
  readonly status: TransportStatus;
  readonly at: Instant;
}

export type PacketCommand = AcceptPacket | AcknowledgePacket;

export type PacketEvent =
  | (Omit<AcceptPacket, 'type'> & { readonly type: 'PacketAccepted' })
  | (Omit<AcknowledgePacket, 'type'> & { readonly type: 'PacketAcknowledged' });

/** Identity on the axis: 24 hexadecimal digits, the same for the same bytes from the same system. */
export const packetIdOf = (from: string, messageType: MessageType, digest: string): string =>
  sha256(canonicalJson([from, messageType, digest])).slice(0, 24);

const decide = (command: PacketCommand, state: Packet): readonly PacketEvent[] => {
  switch (command.type) {
    case 'AcceptPacket':
      return state.status === 'unknown' ? [{ ...command, type: 'PacketAccepted' }] : [];
    case 'AcknowledgePacket': {
      if (state.status === 'unknown') throw new PacketUnknown();
      const before = state.receivers.get(command.receiver);
      if (before === undefined) throw new PacketNotForYou();
      return before === command.status || isSettled(before)
        ? []
        : [{ ...command, type: 'PacketAcknowledged' }];
    }
  }
};

/** A word that comes late, such as a repeated `processing`, does not put the packet back into the list. */
const isSettled = (status: TransportStatus | 'inbox'): boolean =>
  status === 'done' || status === 'fail';

const evolve = (state: Packet, event: PacketEvent): Packet => {
  if (event.type === 'PacketAccepted') {
    const { from, messageType } = event;
    const receivers = new Map<string, TransportStatus | 'inbox'>(
      event.receivers.map(({ system }) => [system, 'inbox']),
    );
    return { status: 'held', from, messageType, receivers };
  }
  if (state.status === 'unknown') throw new PacketUnknown();
  return { ...state, receivers: new Map(state.receivers).set(event.receiver, event.status) };
};

export const packet: Decider<Packet, PacketCommand, PacketEvent> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
