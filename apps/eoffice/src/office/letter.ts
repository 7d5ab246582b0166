import { createCipheriv } from 'node:crypto';
import { makeSamplePdf, type NewDocument, seeded } from '@lienthong/connector';
import {
  type Business,
  type BusinessType,
  type DocumentPacket,
  type Organ,
} from '@lienthong/edxml';
import { localDate, sha256 } from '@lienthong/kernel';
import { type Province } from '../province/province.js';
import { type IssuedRecord } from '../registers/records.js';

/** Invented people. */
const SIGNERS = ['Nguyễn Văn Út', 'Trần Thị Kim Ngân', 'Lê Minh Đức', 'Phạm Hoàng Tấn'];
const CLERKS = ['Võ Thị Bích Liên', 'Huỳnh Văn Sang', 'Đặng Thị Cẩm Tú', 'Bùi Thanh Phong'];

const COUNTER_BYTES = 16;

/** The same record gives the same letter, in whichever form. */
export const documentIdOf = ({ number, order }: IssuedRecord): string =>
  `${order.from},${localDate(order.at).replaceAll('-', '/')},${String(number)}/${order.notation}`;

/**
 * Whether the letter goes out as an edXML packet. A packet has at least one recipient and one answer for all of
 * them to whether paper follows; every other letter goes as JSON, and `jsonShare` of these too.
 */
export const goesAsPacket = ({ key, order }: IssuedRecord, jsonShare: number): boolean => {
  const channels = new Set(order.to.map(({ channel }) => channel));
  const expressible = channels.size === 1 && !channels.has('paper');
  return expressible && !seeded(key, 'form').chance(jsonShare);
};

/** What is known of a letter beside its record. */
export interface About {
  /** Who signs for the agency; somebody of the house where nobody is known. */
  readonly leader?: string | undefined;
  /** The DocumentId of the letter that this one is a new version of, or takes the place of. */
  readonly earlier?: string | undefined;
}

export const packetOf = (
  record: IssuedRecord,
  province: Province,
  about: About = {},
): DocumentPacket => {
  const { number, order } = record;
  const { signer, clerk } = peopleOf(record, about.leader);
  return {
    kind: 'document',
    businessType: businessTypeOf(record),
    from: organOf(order.from, province),
    to: order.to.map(({ code }) => organOf(code, province)),
    documentId: headerIdOf(record, about),
    code: { number: String(number), notation: order.notation },
    promulgation: { place: province.name, date: localDate(order.at) },
    documentType: { typeName: order.typeName },
    subject: order.subject,
    signer: { position: 'Lãnh đạo', fullName: signer },
    dueDate: order.dueOn,
    toPlaces: order.to.map(({ code }) => province.office(code)?.name ?? code),
    priority: String(order.priority ?? 0),
    pageAmount: String(order.pages ?? 1),
    appendixes: [],
    responseFor: [],
    trace: [{ organId: order.from, timestamp: order.at }],
    business: {
      paper: order.to.some(({ channel }) => channel === 'both'),
      receivers: [],
      ...businessOf(record, about),
      staff: { department: 'Văn thư', staff: clerk },
    },
    attachments: filesOf(record).map((file, at) => ({
      ...file,
      contentId: `tep-${String(at + 1)}`,
    })),
  };
};

export const jsonOf = (record: IssuedRecord, about: About = {}): NewDocument => {
  const { number, order } = record;
  const { signer, clerk } = peopleOf(record, about.leader);
  return {
    from: order.from,
    documentId: headerIdOf(record, about),
    code: { number: String(number), notation: order.notation },
    typeName: order.typeName,
    subject: order.subject,
    promulgatedOn: localDate(order.at),
    ...(order.dueOn === undefined ? {} : { dueOn: order.dueOn }),
    priority: order.priority ?? 0,
    to: order.to,
    signer: { position: 'Lãnh đạo', fullName: signer },
    staff: { department: 'Văn thư', name: clerk },
    attachments: filesOf(record),
    ...changeOf(record, about),
  };
};

const businessTypeOf = ({ order: { change } }: IssuedRecord): BusinessType => {
  if (change?.kind === 'update') return 2;
  return change?.kind === 'replace' ? 3 : 0;
};

/** A new version goes by the name of the first one. */
const headerIdOf = (record: IssuedRecord, { earlier }: About): string =>
  record.order.change?.kind === 'update' && earlier !== undefined ? earlier : documentIdOf(record);

const businessOf = (
  { order: { change, to } }: IssuedRecord,
  { earlier = '' }: About,
): Pick<Business, 'reason' | 'replacements'> => ({
  ...(change === undefined ? {} : { reason: change.reason }),
  replacements:
    change?.kind === 'replace'
      ? [{ documentId: earlier, organIds: to.map(({ code }) => code) }]
      : [],
});

const changeOf = (
  { order: { change } }: IssuedRecord,
  { earlier = '' }: About,
): Pick<NewDocument, 'update' | 'replaces'> => {
  if (change?.kind === 'update') return { update: { reason: change.reason } };
  return change?.kind === 'replace' ? { replaces: [{ documentId: earlier }] } : {};
};

const peopleOf = (
  { order }: IssuedRecord,
  leader: string | undefined,
): { signer: string; clerk: string } => {
  const house = seeded(order.from, 'people');
  const somebody = house.pick(SIGNERS);
  return { signer: leader ?? somebody, clerk: house.pick(CLERKS) };
};

const organOf = (code: string, province: Province): Organ => {
  const office = province.office(code);
  if (office === undefined) return { organId: code };
  const { id, name } = office;
  return { organId: code, name, address: province.name, email: `${id}@eoffice.example` };
};

const filesOf = (
  record: IssuedRecord,
): readonly { name: string; mediaType: string; content: Uint8Array }[] => {
  const { key, number, order } = record;
  const name = `${String(number)}-${order.notation.replaceAll('/', '-')}`;
  const subject = order.altered === true ? `${order.subject} (khác)` : order.subject;
  const content = makeSamplePdf(subject, order.pages ?? 1);
  const letter = { name: `${name}.pdf`, mediaType: 'application/pdf', content };
  if (order.attachmentBytes === undefined) return [letter];
  const noise = incompressible(key, order.attachmentBytes);
  return [
    letter,
    { name: `${name}-phu-luc.dat`, mediaType: 'application/octet-stream', content: noise },
  ];
};

/** Like a scan, it does not compress; the same for the same key. */
const incompressible = (key: string, bytes: number): Uint8Array =>
  createCipheriv(
    'aes-256-ctr',
    Buffer.from(sha256(key), 'hex'),
    Buffer.alloc(COUNTER_BYTES),
  ).update(Buffer.alloc(bytes));
