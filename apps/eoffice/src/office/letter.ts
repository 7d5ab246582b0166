import { createCipheriv } from 'node:crypto';
import { makeSamplePdf, type NewDocument, seeded } from '@lienthong/connector';
import { type DocumentPacket, type Organ } from '@lienthong/edxml';
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

/** @param leader who signs for the agency; somebody of the house where nobody is known */
export const packetOf = (
  record: IssuedRecord,
  province: Province,
  leader?: string,
): DocumentPacket => {
  const { number, order } = record;
  const { signer, clerk } = peopleOf(record, leader);
  return {
    kind: 'document',
    businessType: 0,
    from: organOf(order.from, province),
    to: order.to.map(({ code }) => organOf(code, province)),
    documentId: documentIdOf(record),
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
      replacements: [],
      staff: { department: 'Văn thư', staff: clerk },
    },
    attachments: filesOf(record).map((file, at) => ({
      ...file,
      contentId: `tep-${String(at + 1)}`,
    })),
  };
};

/** @param leader as in {@link packetOf} */
export const jsonOf = (record: IssuedRecord, leader?: string): NewDocument => {
  const { number, order } = record;
  const { signer, clerk } = peopleOf(record, leader);
  return {
    from: order.from,
    documentId: documentIdOf(record),
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
  };
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
  const content = makeSamplePdf(order.subject, order.pages ?? 1);
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
