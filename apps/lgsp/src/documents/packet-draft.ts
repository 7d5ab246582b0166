import { canonicalPacketDigest, type DocumentPacket, type Packet } from '@lienthong/edxml';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { withContent } from './attachment-intake.js';
import { type Business, type Draft, headerDays, type UpdateBusiness } from './draft.js';

/** @throws {InvalidField} for a status packet, which has a door of its own */
export const draftOfPacket = (packet: Packet, received: Draft['packet']): Draft => {
  if (packet.kind === 'status') {
    throw new InvalidField([{ pointer: '', message: 'a status packet; send it to /v1/statuses' }]);
  }
  const channel = channelOf(packet);
  return {
    from: agencyCode(packet.from.organId, 'From/OrganId'),
    header: headerOf(packet),
    to: packet.to.map(({ organId }) => ({ code: agencyCode(organId, 'To/OrganId'), channel })),
    attachments: packet.attachments.map(({ content, ...file }) => withContent(file, content)),
    ...(packet.signer === undefined ? {} : { signer: packet.signer }),
    ...staffOf(packet),
    business: businessOf(packet),
    packet: received,
    inputDigest: canonicalPacketDigest(packet),
  };
};

const headerOf = (packet: DocumentPacket): Draft['header'] => ({
  documentId: packet.documentId,
  code: [packet.code.number, packet.code.notation].filter(Boolean).join('/'),
  typeName: packet.documentType.typeName ?? '',
  subject: packet.subject,
  ...headerDays(packet.promulgation.date, packet.dueDate),
  priority: priorityOf(packet.priority),
});

const channelOf = ({ business }: DocumentPacket): 'both' | 'electronic' =>
  business?.paper === true ? 'both' : 'electronic';

const businessOf = (packet: DocumentPacket): Business => {
  const { business, businessType } = packet;
  const target = business?.documentId;
  const reason = business?.reason ?? '';
  switch (businessType) {
    case 0:
      return { kind: 'new' };
    case 1:
      return { kind: 'revoke', target, reason };
    case 2:
      return { kind: 'update', target, reason, ...receiversOf(packet) };
    case 3:
      return {
        kind: 'replace',
        replaced: (business?.replacements ?? []).map(({ documentId }) => documentId),
      };
  }
};

/** ReceiverType 0 adds a recipient, 1 asks it to give the document back; others are not known. */
const receiversOf = (packet: DocumentPacket): Pick<UpdateBusiness, 'added' | 'askedBack'> => {
  const named = (type: string): readonly string[] =>
    (packet.business?.receivers ?? [])
      .filter(({ receiverType = '0' }) => receiverType === type)
      .map(({ organId }) => agencyCode(organId, 'Receiver/OrganId'));
  const channel = channelOf(packet);
  return { added: named('0').map((code) => ({ code, channel })), askedBack: named('1') };
};

const staffOf = (packet: DocumentPacket): Pick<Draft, 'staff'> => {
  const staff = packet.business?.staff;
  if (staff === undefined) return {};
  const { staff: name, ...rest } = staff;
  return { staff: name === undefined ? rest : { ...rest, name } };
};

/** Vendors write other numbers too; what is not 0–4 is normal. */
const priorityOf = (text: string | undefined): number =>
  text !== undefined && /^[0-4]$/.test(text) ? Number(text) : 0;
