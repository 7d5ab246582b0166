import { type AcceptPacket, type MessageType } from '@lienthong/axis';
import { type Packet } from '@lienthong/edxml';
import { type Instant } from '@lienthong/kernel';
import { NobodyToReceive, ReceiverUnknown, SenderNotRegistered } from './axis.refusals.js';
import { type AxisRegister } from './register.js';

/** What the axis reads off a packet: who sent it, about which document, to whom, when. */
export interface Envelope {
  readonly messageType: MessageType;
  /** Code of the sending agency. */
  readonly organId: string;
  readonly documentId: string;
  /** Codes of the receiving agencies; a status goes to the agency that `ResponseFor` names. */
  readonly to: readonly string[];
  /** When the packet last passed a system, as it says itself. */
  readonly at: Instant | undefined;
}

export const envelopeOf = (packet: Packet): Envelope =>
  packet.kind === 'document'
    ? {
        messageType: 'edoc',
        organId: packet.from.organId,
        documentId: packet.documentId,
        to: packet.to.map(({ organId }) => organId),
        at: packet.trace.at(-1)?.timestamp,
      }
    : {
        messageType: 'status',
        organId: packet.from.organId,
        documentId: packet.responseFor.documentId,
        to: [packet.responseFor.organId],
        at: packet.timestamp,
      };

/** @throws {SenderNotRegistered} when `system` does not serve the packet's sender */
export const assertSpeaksFor = (register: AxisRegister, system: string, organId: string): void => {
  if (register.member(organId)?.system !== system) throw new SenderNotRegistered(organId);
};

/**
 * The systems that shall receive, each with the receivers that it serves, as the packet writes them. The sending system
 * is left out: a packet names receivers of its own province too, whom it has served already.
 *
 * @throws {ReceiverUnknown} naming each receiver that is not listed
 * @throws {NobodyToReceive}
 */
export const receiversOf = (
  register: AxisRegister,
  sender: string,
  to: readonly string[],
): AcceptPacket['receivers'] => {
  const unknown: string[] = [];
  const served = new Map<string, string[]>();
  for (const code of new Set(to)) {
    const system = register.member(code)?.system;
    if (system === undefined) unknown.push(code);
    else if (system !== sender) served.set(system, [...(served.get(system) ?? []), code]);
  }
  if (unknown.length > 0) throw new ReceiverUnknown(unknown);
  if (served.size === 0) throw new NobodyToReceive();
  return [...served].map(([system, agencies]) => ({ system, agencies }));
};
