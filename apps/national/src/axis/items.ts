import { type Instant, localDate, startOf } from '@lienthong/kernel';
import { type AgencyItem, type ReceivedItem, type SentItem } from './axis.answers.js';
import { type HeldPacket, type ListedMember } from './register.js';

export const receivedItem = (packet: HeldPacket, to: string): ReceivedItem => ({
  id: packet.id,
  from: packet.from,
  to,
  messagetype: packet.messageType,
  servicetype: 'eDoc',
  created_time: timeText(packet.at),
});

export const sentItems = (packet: HeldPacket): readonly SentItem[] =>
  [...packet.receivers].map(([to, status]) => ({ ...receivedItem(packet, to), status }));

export const agencyItem = ({ id, code, name, code102 }: ListedMember): AgencyItem => ({
  id,
  code,
  name,
  code102,
});

/** `yyyy/MM/dd HH:mm:ss` in Vietnam, as the packets have it. */
const timeText = (at: Instant): string => {
  const date = localDate(at);
  const time = new Date(at - startOf(date))
    .toISOString()
    .slice('yyyy-MM-ddT'.length, -'.000Z'.length);
  return `${date.replaceAll('-', '/')} ${time}`;
};
