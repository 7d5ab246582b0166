import fc from 'fast-check';
import {
  type Business,
  type DocumentPacket,
  type Organ,
  type PacketAttachment,
  type StatusPacket,
  mediaTypeOf,
} from '@lienthong/edxml';
import { type Instant, type LocalDate, localDate } from '@lienthong/kernel';

const HOSTILE = [
  ']]>',
  '&amp;lt;',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '"\'',
  'a\r\nb\rc\n\td',
  '\u00a0khoảng trắng\u00a0',
  'Công văn số 7816/VPCP-TTĐT',
  'Nguyễn (tổ hợp rời)',
  '🇻🇳👩‍👩‍👧',
  '\u0085\u2028\ufeff',
  '__proto__',
  '000.00.00.H39',
  '007',
  '1e3',
  'true',
  'dài '.repeat(500).trim(),
];

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const SPACE_AT_THE_ENDS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** Any text that a packet can carry as it is: not empty, no white space at its ends. */
export const arbitraryText = fc
  .oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  )
  .map((text) => text.replace(FORBIDDEN, '').replace(SPACE_AT_THE_ENDS, ''))
  .filter((text) => text !== '');

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const text = optional(arbitraryText);
const texts = fc.array(arbitraryText, { maxLength: 3 });

const timestamp: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(1975, 5, 13) / 1000, max: Date.UTC(2100, 0) / 1000 })
  .map((second) => second * 1000);
const date: fc.Arbitrary<LocalDate | undefined> = optional(timestamp.map(localDate));

const said = <T extends object>(group: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  optional(group).map((one) =>
    one && Object.values(one).some((value: unknown) => value !== undefined) ? one : undefined,
  );

const organ: fc.Arbitrary<Organ> = fc.record({
  organId: arbitraryText,
  inCharge: text,
  name: text,
  address: text,
  email: text,
  telephone: text,
  fax: text,
  website: text,
});

const staff = said(fc.record({ department: text, staff: text, mobile: text, email: text }));

const business: fc.Arbitrary<Business> = fc.record({
  documentId: text,
  reason: arbitraryText,
  paper: optional(fc.boolean()),
  documentInfo: text,
  documentReceiver: text,
  receivers: fc.array(fc.record({ organId: arbitraryText, receiverType: text }), { maxLength: 3 }),
  replacements: fc.array(fc.record({ documentId: arbitraryText, organIds: texts }), {
    maxLength: 2,
  }),
  staff,
});

/** What an update, a replacement or a revocation acts on: receivers and documents of which there is one at least. */
export const arbitraryChange: fc.Arbitrary<Business> = fc
  .tuple(
    business,
    fc.record({ organId: arbitraryText, receiverType: fc.constantFrom('0', '1') }),
    fc.record({ documentId: arbitraryText, organIds: texts }),
  )
  .map(([one, receiver, replacement]) => ({
    ...one,
    receivers: [receiver, ...one.receivers],
    replacements: [replacement, ...one.replacements],
  }));

const fileName = fc
  .tuple(arbitraryText, fc.constantFrom('', '.pdf', '.doc', '.DOCX', '.zip', '.edxml', '.tar.gz'))
  .map(([stem, extension]) => `tệp ${stem.replace(/[/\\\p{Cc}]/gu, '')}${extension}`.trim());

const MARKS = ['', '%PDF-1.4\n', 'PK\u0003\u0004', 'PK\u0005\u0006', '<?xml version="1.0"?>'];

const bytes = fc
  .tuple(
    fc.constantFrom(...MARKS),
    fc.uint8Array({ maxLength: 2000 }),
    fc.integer({ max: 9000, min: 0 }),
  )
  .map(([mark, noise, zeros]) =>
    Uint8Array.from([...Buffer.from(mark), ...noise, ...new Uint8Array(zeros)]),
  )
  .filter((content) => content.length > 0);

const attachment: fc.Arbitrary<PacketAttachment> = fc
  .record({ contentId: arbitraryText, name: fileName, description: text, content: bytes })
  .map((one) => ({ ...one, mediaType: mediaTypeOf(one.name, one.content) }));

export const arbitraryDocument: fc.Arbitrary<DocumentPacket> = fc.record({
  kind: fc.constant('document' as const),
  businessType: fc.constantFrom(0, 1, 2, 3),
  from: organ,
  to: fc.array(organ, { minLength: 1, maxLength: 3 }),
  documentId: arbitraryText,
  code: fc.record({ number: arbitraryText, notation: arbitraryText }),
  promulgation: fc.record({ place: text, date }),
  documentType: fc.record({ type: text, typeDetail: text, typeName: text }),
  subject: arbitraryText,
  content: text,
  signer: said(fc.record({ competence: text, position: text, fullName: text })),
  dueDate: date,
  toPlaces: texts,
  priority: text,
  sphere: text,
  typerNotation: text,
  promulgationAmount: text,
  pageAmount: text,
  direction: text,
  appendixes: texts,
  responseFor: fc.array(
    fc.record({ organId: text, code: arbitraryText, promulgationDate: date, documentId: text }),
    { maxLength: 2 },
  ),
  steeringType: text,
  trace: fc.array(fc.record({ organId: text, timestamp }), { maxLength: 3 }),
  business: optional(business),
  attachments: fc.uniqueArray(attachment, { maxLength: 3, selector: ({ contentId }) => contentId }),
});

export const arbitraryStatus: fc.Arbitrary<StatusPacket> = fc.record({
  kind: fc.constant('status' as const),
  from: organ,
  responseFor: fc.record({
    organId: arbitraryText,
    code: text,
    promulgationDate: date,
    documentId: arbitraryText,
  }),
  staff,
  statusCode: arbitraryText,
  description: text,
  timestamp,
});
