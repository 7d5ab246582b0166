import { type AgencyView } from '@lienthong/directory';
import { type DocumentIssued, type IssuedDocument, type StatusCode } from '@lienthong/documents';
import {
  type DocumentPacket,
  type Organ,
  type Staff,
  type StatusPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from '@lienthong/edxml';
import { type Personal } from '@lienthong/contracts';
import { type Instant } from '@lienthong/kernel';

type Names = (agencyId: string) => AgencyView | undefined;

export interface OutgoingDocument {
  readonly event: DocumentIssued;
  readonly personal: Personal;
  /** Content of each attachment by its digest. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** The packet that the sender handed in, when it was one. */
  readonly received?: DocumentPacket;
  readonly names: Names;
}

/**
 * The packet for the axis: to the recipients behind it alone, with this province's hop in its trace.
 *
 * The same document gives the same bytes, so the axis knows a repetition.
 */
export const axisDocument = (outgoing: OutgoingDocument, hop: string): Uint8Array => {
  const { event, received, names } = outgoing;
  const packet = received ?? packetOf(outgoing);
  const written = new Map(packet.to.map((organ) => [organ.organId, organ]));
  const to = event.recipients
    .filter(({ via, channel }) => via === 'axis' && channel !== 'paper')
    .map(({ agency, code }) => written.get(code) ?? organOf(code, names(agency)));
  const trace = [...packet.trace, { organId: hop, timestamp: wholeSeconds(event.at) }];
  return writeDocumentPacket({ ...packet, to, trace });
};

const packetOf = ({ event, personal, contents, names }: OutgoingDocument): DocumentPacket => {
  const { header, sender } = event;
  const from = names(sender);
  const [number = '', ...notation] = header.code.split('/');
  return {
    kind: 'document',
    businessType: 0,
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
    business: businessOf(event, personal),
    attachments: event.attachments.map(({ digest, name, mediaType }, at) => ({
      contentId: String(at + 1),
      name,
      mediaType,
      content: contents.get(digest) ?? new Uint8Array(),
    })),
  };
};

const businessOf = (event: DocumentIssued, { staff }: Personal): DocumentPacket['business'] => ({
  paper: event.recipients.some(({ channel }) => channel === 'both'),
  receivers: [],
  replacements: [],
  staff: staffOf(staff),
});

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
  readonly recipient: string;
  readonly code: StatusCode;
  readonly description: string;
  readonly personal: Personal;
  readonly at: Instant;
  readonly names: Names;
}

export const axisStatus = (outgoing: OutgoingStatus): Uint8Array => {
  const { document, recipient, code, description, personal, at, names } = outgoing;
  const speaker = names(recipient);
  const written = document.recipients.find(({ agency }) => agency === recipient)?.code;
  const packet: StatusPacket = {
    kind: 'status',
    from: organOf(written ?? speaker?.code ?? recipient, speaker),
    responseFor: {
      organId: names(document.sender)?.code ?? document.sender,
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

const organOf = (organId: string, agency: AgencyView | undefined): Organ => ({
  organId,
  name: agency?.name,
});

/** Packets have no fractions of a second. */
const wholeSeconds = (at: Instant): Instant => Math.floor(at / 1000) * 1000;
