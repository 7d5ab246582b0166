import { type Personal } from '@lienthong/contracts';
import { type AgencyView } from '@lienthong/directory';
import { type IssuedDocument, type ReportCode, TAKE_BACK } from '@lienthong/documents';
import {
  type DocumentPacket,
  type Organ,
  type Staff,
  type StatusPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from '@lienthong/edxml';
import { type Instant } from '@lienthong/kernel';
import { type Shipment } from './axis-shipments.js';

type Names = (agencyId: string) => AgencyView | undefined;

export interface OutgoingDocument {
  readonly shipment: Shipment;
  readonly personal: Personal;
  /** Content of each attachment by its digest. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** The packet that the sender handed in, when it was one. */
  readonly received?: DocumentPacket;
  readonly names: Names;
}

/**
 * The packet for the axis: to the recipients of the shipment alone, with this province's hop in its trace.
 *
 * The same shipment gives the same bytes, so the axis knows a repetition.
 */
export const axisDocument = (outgoing: OutgoingDocument, hop: string): Uint8Array => {
  const { shipment, received, names } = outgoing;
  const { businessType, business } = shipment;
  const packet = received ?? packetOf(outgoing);
  const written = new Map(packet.to.map((organ) => [organ.organId, organ]));
  const to = shipment.to.map(
    ({ agency, code }) => written.get(code) ?? organOf(code, names(agency)),
  );
  const trace = [...packet.trace, { organId: hop, timestamp: wholeSeconds(shipment.at) }];
  const asked = packet.businessType === businessType ? {} : { businessType, business };
  return writeDocumentPacket({ ...packet, ...asked, to, trace });
};

const packetOf = ({ shipment, personal, contents, names }: OutgoingDocument): DocumentPacket => {
  const { header, sender, attachments, businessType, business } = shipment;
  const from = names(sender);
  const [number = '', ...notation] = header.code.split('/');
  return {
    kind: 'document',
    businessType,
    from: organOf(from?.code ?? sender, from),
    to: [],
    documentId: header.documentId,
    code: { number, notation: notation.join('/') },
    promulgation: { date: header.promulgatedOn },
    documentType: { typeName: said(header.typeName) },
    subject: header.subject,
    signer: signerOf(personal),
    dueDate: header.dueOn,
    toPlaces: [],
    priority: String(header.priority),
    appendixes: [],
    responseFor: [],
    trace: [],
    business: { ...business, staff: staffOf(personal.staff) },
    attachments: attachments.map(({ digest, name, mediaType }, at) => ({
      contentId: String(at + 1),
      name,
      mediaType,
      content: contents.get(digest) ?? new Uint8Array(),
    })),
  };
};

const signerOf = ({ signer }: Personal): DocumentPacket['signer'] =>
  signer && {
    competence: said(signer.competence),
    position: said(signer.position),
    fullName: said(signer.fullName),
  };

const staffOf = (staff: Personal['staff']): Staff | undefined =>
  staff && {
    department: said(staff.department),
    staff: said(staff.name),
    mobile: said(staff.mobile),
    email: said(staff.email),
  };

/** In a packet an empty text is an absent one. */
const said = (text: string): string | undefined => (text === '' ? undefined : text);

export interface OutgoingStatus {
  readonly document: IssuedDocument;
  /** Internal id. */
  readonly recipient: string;
  readonly code: ReportCode;
  readonly description: string;
  readonly personal: Personal;
  readonly at: Instant;
  readonly names: Names;
}

/** From the recipient to the sender of the document; 13 goes the other way. */
export const axisStatus = (outgoing: OutgoingStatus): Uint8Array => {
  const { document, code, description, personal, at } = outgoing;
  const { sender, recipient } = partiesOf(outgoing);
  const [from, to] = code === TAKE_BACK ? [sender, recipient] : [recipient, sender];
  const packet: StatusPacket = {
    kind: 'status',
    from,
    responseFor: {
      organId: to.organId,
      code: said(document.header.code),
      promulgationDate: document.header.promulgatedOn,
      documentId: document.header.documentId,
    },
    staff: staffOf(personal.staff),
    statusCode: code,
    description: said(description),
    timestamp: wholeSeconds(at),
  };
  return writeStatusPacket(packet);
};

const partiesOf = ({ document, recipient, names }: OutgoingStatus) => {
  const sender = names(document.sender);
  const written = document.recipients.find(({ agency }) => agency === recipient)?.code;
  const reached = names(recipient);
  return {
    sender: organOf(sender?.code ?? document.sender, sender),
    recipient: organOf(written ?? reached?.code ?? recipient, reached),
  };
};

const organOf = (organId: string, agency: AgencyView | undefined): Organ => ({
  organId,
  name: agency?.name,
});

/** Packets have no fractions of a second. */
const wholeSeconds = (at: Instant): Instant => Math.floor(at / 1000) * 1000;
