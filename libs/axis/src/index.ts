export {
  member,
  type Member,
  type MemberCommand,
  type MemberEvent,
  memberIdOf,
  type MemberParticulars,
  type RegisterMember,
} from './member.js';
export { MemberOfAnotherSystem } from './member.errors.js';
export {
  type AcceptPacket,
  type MessageType,
  packet,
  type Packet,
  type PacketCommand,
  type PacketEvent,
  packetIdOf,
  type TransportStatus,
} from './packet.js';
export { PacketNotForYou, PacketUnknown } from './packet.errors.js';
