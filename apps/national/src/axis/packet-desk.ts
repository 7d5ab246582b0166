import { packetAggregate } from '@lienthong/contracts';
import { type MessageType, packetIdOf, type TransportStatus } from '@lienthong/axis';
import { type Packet, PacketRefusal, readPacket } from '@lienthong/edxml';
import { sha256 } from '@lienthong/kernel';
import { type TenantClock } from '@lienthong/platform';
import { assertSpeaksFor, envelopeOf, receiversOf } from './address.js';
import { type AxisLog } from './axis-log.js';
import {
  DocIdUnknown,
  MalformedPacket,
  PacketOfOthers,
  SenderNotRegistered,
} from './axis.refusals.js';
import { type HeldPacket } from './register.js';

const DEFAULT_PAGE = 100;

export interface Page {
  /** Packets at most; 100 when absent. */
  readonly size?: number | undefined;
  /** From 0. */
  readonly index?: number | undefined;
}

/** Takes packets in, keeps them until their receivers have settled them, gives them out. */
export class PacketDesk {
  constructor(
    private readonly log: AxisLog,
    private readonly clock: TenantClock,
  ) {}

  /**
   * Takes a packet from `system`; the same bytes again change nothing.
   *
   * @param from who the request says is sending
   * @returns the packet's id on the axis, when the packet is durable
   * @throws {AxisRefusal}
   */
  async send(
    system: string,
    { from, messagetype }: { readonly from: string; readonly messagetype: MessageType },
    bytes: Uint8Array,
  ): Promise<string> {
    if (from !== system) throw new SenderNotRegistered(from);
    const digest = sha256(bytes);
    const id = packetIdOf(system, messagetype, digest);
    if (this.log.register.packet(id) === undefined)
      await this.accept(id, system, messagetype, bytes);
    return id;
  }

  /** What `system` has not settled yet, oldest first. */
  waiting(system: string, messageType: MessageType, page: Page): readonly HeldPacket[] {
    const { size = DEFAULT_PAGE, index = 0 } = page;
    const first = index * size;
    return this.log.register.waitingFor(system, messageType).slice(first, first + size);
  }

  countWaiting(system: string, messageType: MessageType): number {
    return this.log.register.countWaitingFor(system, messageType);
  }

  /** @throws {DocIdUnknown | PacketOfOthers} */
  async bytes(system: string, docId: string): Promise<Uint8Array> {
    return this.log.kept(this.received(system, docId).digest);
  }

  /** @throws {DocIdUnknown | PacketOfOthers} */
  async acknowledge(system: string, docId: string, status: TransportStatus): Promise<void> {
    const { at: cause } = this.received(system, docId);
    const at = this.clock.after(cause);
    const command = { type: 'AcknowledgePacket', receiver: system, status, at } as const;
    await this.log.record(packetAggregate, docId, command);
  }

  /** @throws {DocIdUnknown | PacketOfOthers} when `system` did not send it */
  sent(system: string, docId: string, messageType: MessageType): HeldPacket {
    const packet = this.held(docId);
    if (packet.messageType !== messageType) throw new DocIdUnknown(docId);
    if (packet.from !== system) throw new PacketOfOthers(docId);
    return packet;
  }

  private async accept(
    id: string,
    system: string,
    messageType: MessageType,
    bytes: Uint8Array,
  ): Promise<void> {
    const envelope = envelopeOf(read(bytes));
    if (envelope.messageType !== messageType) {
      throw new MalformedPacket(
        `messagetype la ${messageType}, goi tin la ${envelope.messageType}`,
      );
    }
    const { register } = this.log;
    const { organId, documentId, to } = envelope;
    assertSpeaksFor(register, system, organId);
    const receivers = receiversOf(register, system, to);
    const digest = await this.log.keep(bytes);
    const at = this.clock.after(envelope.at ?? this.clock.now());
    const header = { from: system, messageType, organId, documentId, receivers };
    const command = { type: 'AcceptPacket', ...header, digest, size: bytes.length, at } as const;
    await this.log.record(packetAggregate, id, command);
  }

  private received(system: string, docId: string): HeldPacket {
    const packet = this.held(docId);
    if (!packet.receivers.has(system)) throw new PacketOfOthers(docId);
    return packet;
  }

  private held(docId: string): HeldPacket {
    const packet = this.log.register.packet(docId);
    if (packet === undefined) throw new DocIdUnknown(docId);
    return packet;
  }
}

const read = (bytes: Uint8Array): Packet => {
  try {
    return readPacket(bytes);
  } catch (error) {
    if (error instanceof PacketRefusal) throw new MalformedPacket(error.message, { cause: error });
    throw error;
  }
};
