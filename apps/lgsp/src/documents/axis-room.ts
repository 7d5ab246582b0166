import { type Recipient } from '@lienthong/documents';
import { EDXML_TYPES } from '../http/body.js';
import { PacketBeyondAxis } from './documents.errors.js';
import { type Draft } from './draft.js';

/** What the axis takes as one packet; of more none is made, for it would be in memory whole. */
const LARGEST_AXIS_PACKET_BYTES = 50 * 1024 * 1024;

/** Reached over the axis, and not on paper alone. */
export const byAxis = ({ via, channel }: Recipient): boolean =>
  via === 'axis' && channel !== 'paper';

/**
 * Whether a packet for the axis can be made of a document. One that came as a packet goes on in its own packing.
 *
 * @throws {PacketBeyondAxis} when the attachments alone are more than the axis takes, and somebody is reached over it
 */
export const requireRoomOnAxis = (
  { attachments, packet }: DocumentSizes,
  recipients: readonly Recipient[],
): void => {
  if (EDXML_TYPES.includes(packet.mediaType)) return;
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0);
  const beyond = recipients.filter(byAxis);
  if (bytes <= LARGEST_AXIS_PACKET_BYTES || beyond.length === 0) return;
  const codes = beyond.map(({ code }) => code);
  throw new PacketBeyondAxis(bytes, LARGEST_AXIS_PACKET_BYTES, codes);
};

interface DocumentSizes {
  readonly attachments: readonly Pick<Draft['attachments'][number], 'size'>[];
  readonly packet: Pick<Draft['packet'], 'mediaType'>;
}
