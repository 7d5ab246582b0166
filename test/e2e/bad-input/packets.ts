import {
  type BadInput,
  OFFICE_SYSTEM,
  PACKET_HEADERS,
  PACKET_ID,
  packetRow,
  post,
  type Replacement,
  soundPacket,
  soundStatus,
} from './row.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const BODY = /(<edXML:ContentTransferEncoded[^>]*>)[^<]*/;

/** Two files, `a` and `b`, where an attachment has to be alone. */
const TWO_FILES =
  'UEsDBBQAAAAAAAAAIVBDvrfoAQAAAAEAAAABAAAAYWFQSwMEFAAAAAAAAAAhUPnvvnEBAAAAAQAAAAEAAABiYlBLAQIUAxQAAAAAAAAAIVBDvrfoAQAAAAEAAAABAAAAAAAAAAAAAACAAQAAAABhUEsBAhQDFAAAAAAAAAAhUPnvvnEBAAAAAQAAAAEAAAAAAAAAAAAAAIABIAAAAGJQSwUGAAAAAAIAAgBeAAAAQAAAAAAA';

const LAUGHS = ['lol1', 'lol2', 'lol3', 'lol4', 'lol5', 'lol6', 'lol7', 'lol8', 'lol9']
  .map((name, at, all) => `<!ENTITY ${name} "${`&${all[at - 1] ?? 'lol'};`.repeat(10)}">`)
  .join('');

const doctype = (subset: string): Replacement => [
  DECLARATION,
  `${DECLARATION}<!DOCTYPE edXML ${subset}>`,
];

const subject = (text: string): Replacement => [
  /(<edXML:Subject>)[^<]*/,
  `$1${text.replaceAll('$', '$$$$')}`,
];

const business = (type: number): Replacement => [
  '<edXML:BussinessDocType>0<',
  `<edXML:BussinessDocType>${String(type)}<`,
];

const spoiled = (
  status: number,
  code: string,
  rows: readonly (readonly [what: string, ...replacements: readonly Replacement[]])[],
): readonly BadInput[] =>
  rows.map(([what, ...replacements]) =>
    packetRow({
      what,
      file: soundPacket(...replacements),
      status,
      code,
      exitCode: status === 404 ? 4 : 7,
    }),
  );

/** Packets that are none, that are dangerous, or that change what was never issued. */
export const badPackets: readonly BadInput[] = [
  ...spoiled(400, 'dtd-forbidden', [
    ['an empty DOCTYPE', doctype('')],
    ['a billion laughs', doctype(`[<!ENTITY lol "lol">${LAUGHS}]`), subject('&lol9;')],
    [
      'an entity that is a file',
      doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]'),
      subject('&x;'),
    ],
    ['an external DTD', doctype('SYSTEM "http://127.0.0.1:9/x.dtd"')],
  ]),
  ...spoiled(400, 'malformed-xml', [
    ['an entity that nobody declared', subject('&x;')],
    ['a start without an end', ['</edXML:Subject>', '']],
    ['an ampersand alone', subject('A & B')],
    ['a reference to no character', subject('&#0;')],
    ['a reference to half a pair', subject('&#xD800;')],
    ['another encoding', [DECLARATION, DECLARATION.replace('UTF-8', 'UTF-16')]],
  ]),
  packetRow({
    what: 'bytes that are no text',
    file: Buffer.from([0xff, 0xfe, 0x00, 0x3c]),
    status: 400,
    code: 'malformed-xml',
    exitCode: 7,
  }),
  packetRow({
    what: 'elements 100,000 deep',
    file: Buffer.from('<a>'.repeat(100_000)),
    status: 413,
    code: 'packet-beyond-limits',
    exitCode: 7,
  }),
  packetRow({
    what: 'XML that is no packet',
    file: Buffer.from('<html/>'),
    status: 422,
    code: 'not-edxml',
    exitCode: 7,
  }),
  ...spoiled(422, 'not-edxml', [
    ['a packet of another namespace', [/QCVN_102_2016/g, 'QCVN_102_2026']],
    ['two subjects', ['<edXML:Subject>', '<edXML:Subject>Một</edXML:Subject><edXML:Subject>']],
  ]),
  ...spoiled(422, 'incomplete-packet', [
    ['a packet without a subject', [/<edXML:Subject>[^<]*<\/edXML:Subject>/, '']],
    ['a packet without a DocumentId', [PACKET_ID, '']],
    ['a packet whose recipient has no code', ['000.21.32.H39', '']],
  ]),
  ...spoiled(422, 'broken-attachment', [
    ['broken base64 in a packet', [BODY, '$1YQ=']],
    ['base64 of no alphabet in a packet', [BODY, '$1****']],
    ['a zip of two files', [BODY, `$1${TWO_FILES}`]],
    ['half a zip', [BODY, `$1${TWO_FILES.slice(0, 80)}`]],
  ]),
  ...spoiled(404, 'document-unknown', [
    ['a revocation of a document that was never issued', business(1)],
    ['an update of a document that was never issued', business(2)],
  ]),
  packetRow({
    what: 'particulars that no event can hold',
    file: soundPacket(subject('a'.repeat(3_000_000))),
    status: 413,
    code: 'particulars-too-large',
    exitCode: 7,
  }),
  {
    what: 'a status packet among the documents',
    ask: post('/v1/documents', soundStatus(), { as: OFFICE_SYSTEM, headers: PACKET_HEADERS }),
    status: 400,
    code: 'invalid-field',
    exitCode: 7,
  },
  {
    what: 'a document packet among the statuses',
    ask: post('/v1/statuses', soundPacket(), { as: OFFICE_SYSTEM, headers: PACKET_HEADERS }),
    status: 400,
    code: 'invalid-field',
    exitCode: 7,
  },
];

/** Written after a sound packet with the same DocumentId was taken. */
export const otherPacket: BadInput = packetRow({
  what: 'another packet under a DocumentId that is taken',
  file: soundPacket([PACKET_ID, PACKET_ID.replace('2/BAD', '0/SOUND')], subject('Văn bản khác')),
  status: 409,
  code: 'document-differs',
  exitCode: 5,
});
