import { makeSamplePdf, seeded } from '@lienthong/connector';
import { type DocumentPacket, type Organ, type StatusPacket } from '@lienthong/edxml';
import { localDate, sha256 } from '@lienthong/kernel';
import { createCipheriv } from 'node:crypto';
import { type OutsideAgency } from '../members/members-file.js';
import { type IssuedRecord } from './records.js';
import { type Answer } from './script.js';

/** Invented people. */
const CLERKS = ['Nguyễn Thị Hoa', 'Trần Văn Minh', 'Lê Thị Thu', 'Phạm Quốc Hùng'];
const SIGNERS = ['Nguyễn Văn Bình', 'Trần Thị Lan', 'Lê Hoàng Nam', 'Võ Thành Công'];

const KEY_BYTES = 32;
const COUNTER_BYTES = 16;

export type Directory = (code: string) => OutsideAgency | undefined;

/** The packet of an issued document; the same record gives the same packet. Paper recipients stand in `toPlaces` alone. */
export const letterOf = (record: IssuedRecord, directory: Directory): DocumentPacket => {
  const { key, number, document } = record;
  const { from, at, to, notation, subject } = document;
  const date = localDate(at);
  const code = { number: String(number), notation };
  const documentId = `${from},${date.replaceAll('-', '/')},${code.number}/${notation}`;
  const people = seeded(key, 'people');
  const paper = to.some(({ channel }) => channel !== 'electronic');
  return {
    kind: 'document',
    businessType: 0,
    from: organOf(from, directory),
    to: to
      .filter(({ channel }) => channel !== 'paper')
      .map((recipient) => organOf(recipient.code, directory)),
    documentId,
    code,
    promulgation: { date },
    documentType: { typeName: document.typeName },
    subject,
    signer: { position: 'Lãnh đạo', fullName: people.pick(SIGNERS) },
    dueDate: document.dueOn,
    toPlaces: to.map((recipient) => directory(recipient.code)?.name ?? recipient.code),
    priority: document.priority === undefined ? undefined : String(document.priority),
    pageAmount: String(document.pages ?? 1),
    appendixes: [],
    responseFor: [],
    trace: [{ organId: from, timestamp: at }],
    business: {
      paper,
      receivers: [],
      replacements: [],
      staff: { department: 'Văn thư', staff: people.pick(CLERKS) },
    },
    attachments: attachmentsOf(record, `${code.number}-${notation.replaceAll('/', '-')}`),
  };
};

/** The status packet by which `agency` gives an answer to a document that it received. */
export const statusOf = (document: DocumentPacket, agency: Organ, answer: Answer): StatusPacket =>
  answerTo(referenceTo(document), agency, answer);

/** How a status names a document. */
export const referenceTo = (document: DocumentPacket): StatusPacket['responseFor'] => ({
  organId: document.from.organId,
  code: `${document.code.number}/${document.code.notation}`,
  promulgationDate: document.promulgation.date,
  documentId: document.documentId,
});

/** What `agency` says of a document that its sender named so. */
export const answerTo = (
  responseFor: StatusPacket['responseFor'],
  agency: Organ,
  answer: Answer,
): StatusPacket => ({
  kind: 'status',
  from: agency,
  responseFor,
  staff: { department: 'Văn thư', staff: seeded(agency.organId, 'clerk').pick(CLERKS) },
  statusCode: answer.statusCode,
  description: answer.description,
  timestamp: answer.at,
});

export const organOf = (code: string, directory: Directory): Organ => ({
  organId: code,
  name: directory(code)?.name,
});

const attachmentsOf = (
  { key, document }: IssuedRecord,
  fileName: string,
): DocumentPacket['attachments'] => {
  const { subject, pages = 1, attachmentBytes } = document;
  const letter = {
    contentId: 'van-ban',
    name: `${fileName}.pdf`,
    mediaType: 'application/pdf',
    content: makeSamplePdf(subject, pages),
  };
  if (attachmentBytes === undefined) return [letter];
  const appendix = {
    contentId: 'phu-luc',
    name: `${fileName}-phu-luc.dat`,
    mediaType: 'application/octet-stream',
    content: noise(key, attachmentBytes),
  };
  return [letter, appendix];
};

/** Bytes that do not compress, as scans and archives do not; the same for the same key. */
const noise = (key: string, bytes: number): Uint8Array => {
  const secret = Buffer.from(sha256(key), 'hex').subarray(0, KEY_BYTES);
  return createCipheriv('aes-256-ctr', secret, Buffer.alloc(COUNTER_BYTES)).update(
    Buffer.alloc(bytes),
  );
};
