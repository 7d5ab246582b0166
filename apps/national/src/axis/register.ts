import {
  type MemberEvent,
  type MemberParticulars,
  type MessageType,
  type PacketEvent,
  type TransportStatus,
} from '@lienthong/axis';
import { type Instant } from '@lienthong/kernel';

export interface HeldPacket {
  readonly id: string;
  readonly from: string;
  readonly messageType: MessageType;
  readonly digest: string;
  readonly at: Instant;
  readonly receivers: ReadonlyMap<string, 'inbox' | TransportStatus>;
}

export interface ListedMember extends MemberParticulars {
  readonly id: string;
}

/** What the axis shows to its systems: a fold of its log, kept in memory. */
export class AxisRegister {
  private readonly members = new Map<string, ListedMember>();
  private readonly byCode = new Map<string, ListedMember>();
  private readonly packets = new Map<string, HeldPacket>();
  /** What waits for a receiving system, in the order of acceptance. */
  private readonly waiting = new Map<string, Set<string>>();

  applyMember(id: string, event: MemberEvent): void {
    const before = this.members.get(id);
    if (before !== undefined) this.unlist(before);
    if (event.type === 'MemberDeleted') return;
    const { code, code102, name, level, system } = event;
    const listed = { id, code, code102, name, level, system };
    this.members.set(id, listed);
    this.byCode.set(code, listed).set(code102, listed);
  }

  applyPacket(id: string, event: PacketEvent): void {
    if (event.type === 'PacketAccepted') this.accept(id, event);
    else this.acknowledge(id, event.receiver, event.status);
  }

  /** @param code in either form */
  member(code: string): ListedMember | undefined {
    return this.byCode.get(code);
  }

  listed(): readonly ListedMember[] {
    return [...this.members.values()];
  }

  packet(id: string): HeldPacket | undefined {
    return this.packets.get(id);
  }

  /** Packets that `system` has not settled with `done` or `fail`, oldest first. */
  waitingFor(system: string, messageType: MessageType): readonly HeldPacket[] {
    return [...(this.waiting.get(queueOf(system, messageType)) ?? [])].flatMap(
      (id) => this.packets.get(id) ?? [],
    );
  }

  countWaitingFor(system: string, messageType: MessageType): number {
    return this.waiting.get(queueOf(system, messageType))?.size ?? 0;
  }

  private unlist(member: ListedMember): void {
    this.members.delete(member.id);
    for (const code of [member.code, member.code102]) {
      if (this.byCode.get(code) === member) this.byCode.delete(code);
    }
  }

  private accept(id: string, event: PacketEvent & { readonly type: 'PacketAccepted' }): void {
    const { from, messageType, digest, at } = event;
    const receivers = new Map(event.receivers.map(({ system }) => [system, 'inbox' as const]));
    this.packets.set(id, { id, from, messageType, digest, at, receivers });
    for (const system of receivers.keys()) this.queue(system, messageType).add(id);
  }

  private acknowledge(id: string, receiver: string, status: TransportStatus): void {
    const packet = this.packets.get(id);
    if (packet === undefined) return;
    const receivers = new Map(packet.receivers).set(receiver, status);
    this.packets.set(id, { ...packet, receivers });
    const queue = this.queue(receiver, packet.messageType);
    if (status === 'processing') queue.add(id);
    else queue.delete(id);
  }

  private queue(system: string, messageType: MessageType): Set<string> {
    const key = queueOf(system, messageType);
    const queue = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, queue);
    return queue;
  }
}

const queueOf = (system: string, messageType: MessageType): string => `${messageType} ${system}`;
