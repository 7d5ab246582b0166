import { NotYetSupported } from '@lienthong/documents';
import { canonicalPacketDigest, type DocumentPacket, type Packet } from '@lienthong/edxml';
import { agencyCode } from '../http/codes.js';
import { InvalidField } from '../http/http.errors.js';
import { type Draft, headerDays } from './draft.js';

/** What BussinessDocType 1–3 ask for; read by the codec, not yet carried out. */
const BUSINESS = ['new', 'revoke', 'update', 'replace'] as const;

/**
 * @throws {InvalidField} for a status packet, which has a door of its own
 * @throws {NotYetSupported} for BussinessDocType 1–3
 */
export const draftOfPacket = (packet: Packet, bytes: Uint8Array, mediaType: string): Draft => {
  if (packet.kind === 'status') {
    throw new InvalidField([{ pointer: '', message: 'a status packet; send it to /v1/statuses' }]);
  }
  if (packet.businessType !== 0) {
    throw new NotYetSupported(
      `BussinessDocType ${String(packet.businessType)} (${BUSINESS[packet.businessType]})`,
    );
  }
  const channel = packet.business?.paper === true ? 'both' : 'electronic';
  return {
    from: agencyCode(packet.from.organId, 'From/OrganId'),
    header: headerOf(packet),
    to: packet.to.map(({ organId }) => ({ code: agencyCode(organId, 'To/OrganId'), channel })),
    attachments: packet.attachments.map(({ name, mediaType: type, content }) => ({
      name,
      mediaType: type,
      content,
    })),
    ...(packet.signer === undefined ? {} : { signer: packet.signer }),
    ...staffOf(packet),
    packet: { bytes, mediaType },
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

const staffOf = (packet: DocumentPacket): Pick<Draft, 'staff'> => {
  const staff = packet.business?.staff;
  if (staff === undefined) return {};
  const { staff: name, ...rest } = staff;
  return { staff: name === undefined ? rest : { ...rest, name } };
};

/** Vendors write other numbers too; what is not 0–4 is normal. */
const priorityOf = (text: string | undefined): number =>
  text !== undefined && /^[0-4]$/.test(text) ? Number(text) : 0;
