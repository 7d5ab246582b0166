import {
  member,
  type Member,
  type MemberCommand,
  type MemberEvent,
  packet,
  type Packet,
  type PacketCommand,
  type PacketEvent,
} from '@lienthong/axis';
import {
  agency,
  type Agency,
  type AgencyCommand,
  type AgencyEvent,
  group,
  type Group,
  type GroupCommand,
  type GroupEvent,
  system,
  type System,
  type SystemCommand,
  type SystemEvent,
} from '@lienthong/directory';
import {
  delivery,
  type Delivery,
  type DeliveryCommand,
  type DeliveryEvent,
  document,
  type Document,
  type DocumentCommand,
  type DocumentEvent,
  parked,
  type Parked,
  type ParkedCommand,
  type ParkedEvent,
} from '@lienthong/documents';
import { type Decider } from '@lienthong/kernel';
import { agencyCommands, agencyEvents } from './codecs/agency.js';
import { type CommandCodec, type EventCodec, type Message } from './codecs/codec.js';
import { deliveryCommands, deliveryEvents } from './codecs/delivery.js';
import { documentCommands, documentEvents } from './codecs/document.js';
import { groupCommands, groupEvents } from './codecs/group.js';
import { memberCommands, memberEvents } from './codecs/member.js';
import { packetCommands, packetEvents } from './codecs/packet.js';
import { parkedCommands, parkedEvents } from './codecs/parked.js';
import { systemCommands, systemEvents } from './codecs/system.js';
import { deliveryState, documentState, type StateCodec } from './states.js';
import { type Category } from './subjects.js';

/** All that the log has to know of a kind of aggregate. */
export interface AggregateType<S, C extends Message, E extends Message> {
  readonly category: Category;
  readonly decider: Decider<S, C, E>;
  readonly events: EventCodec<E>;
  readonly commands: CommandCodec<C>;
  /** Raised whenever `evolve` or the state changes its shape: kept states of an older one are void. */
  readonly reducer: number;
  /** Absent where the events are so few that the state is always folded from them. */
  readonly state?: StateCodec<S>;
}

export const agencyAggregate: AggregateType<Agency, AgencyCommand, AgencyEvent> = {
  category: 'agency',
  decider: agency,
  events: agencyEvents,
  commands: agencyCommands,
  reducer: 2,
};

export const groupAggregate: AggregateType<Group, GroupCommand, GroupEvent> = {
  category: 'group',
  decider: group,
  events: groupEvents,
  commands: groupCommands,
  reducer: 1,
};

export const systemAggregate: AggregateType<System, SystemCommand, SystemEvent> = {
  category: 'system',
  decider: system,
  events: systemEvents,
  commands: systemCommands,
  reducer: 2,
};

export const documentAggregate: AggregateType<Document, DocumentCommand, DocumentEvent> = {
  category: 'document',
  decider: document,
  events: documentEvents,
  commands: documentCommands,
  reducer: 2,
  state: documentState,
};

export const deliveryAggregate: AggregateType<Delivery, DeliveryCommand, DeliveryEvent> = {
  category: 'delivery',
  decider: delivery,
  events: deliveryEvents,
  commands: deliveryCommands,
  reducer: 4,
  state: deliveryState,
};

export const parkedAggregate: AggregateType<Parked, ParkedCommand, ParkedEvent> = {
  category: 'parked',
  decider: parked,
  events: parkedEvents,
  commands: parkedCommands,
  reducer: 1,
};

export const packetAggregate: AggregateType<Packet, PacketCommand, PacketEvent> = {
  category: 'packet',
  decider: packet,
  events: packetEvents,
  commands: packetCommands,
  reducer: 1,
};

export const memberAggregate: AggregateType<Member, MemberCommand, MemberEvent> = {
  category: 'member',
  decider: member,
  events: memberEvents,
  commands: memberCommands,
  reducer: 1,
};
