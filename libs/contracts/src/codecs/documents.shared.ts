import { type ReceivedPacket } from '@lienthong/documents';
import { lienthong } from '../gen/messages.js';
import { present, text, words } from './wire.js';

const v1 = lienthong.documents.v1;

export const channels = words({
  electronic: v1.Channel.CHANNEL_ELECTRONIC,
  paper: v1.Channel.CHANNEL_PAPER,
  both: v1.Channel.CHANNEL_BOTH,
});

export const vias = words({ local: v1.Via.VIA_LOCAL, axis: v1.Via.VIA_AXIS });

export const packetFromWire = (
  wire: lienthong.documents.v1.ReceivedPacket.$Properties | null | undefined,
): ReceivedPacket => {
  const { digest, mediaType } = present(wire, 'packet');
  return { digest: text(digest), mediaType: text(mediaType) };
};
