import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@lienthong/kernel';
import { sampleText } from '../../../test/edxml/samples.js';
import { DEPTH_LIMIT, ENVELOPE_LIMIT, MARKUP_LIMIT, REFERENCE_LIMIT, TAG_LIMIT } from './limits.js';
import {
  BeyondLimits,
  DocumentTypeDeclarationForbidden,
  IncompletePacket,
  MalformedXml,
  NotAnEdxmlPacket,
  type PacketRefusal,
  readPacket,
} from './index.js';

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const packet = sampleText('new-three-recipients');
const status = sampleText('status-02-refused');

const root = (content: string): string => `${DECLARATION}<edXML xmlns="${NAMESPACE}">${content}`;
const behind = (declaration: string): string =>
  packet.replace(DECLARATION, () => `${DECLARATION}${declaration}\n`);
const changed = (text: string, from: string | RegExp, to: string): string => {
  expect(text).toMatch(from);
  return text.replace(from, () => to);
};

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from(
  { length: 9 },
  (_, at) =>
    `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`,
).join('')}]>`;

const refusalOf = (input: string | Uint8Array): unknown => {
  try {
    readPacket(typeof input === 'string' ? Buffer.from(input) : input);
  } catch (error) {
    return error;
  }
  return undefined;
};

type Row = [what: string, input: string | Uint8Array, line: number, column: number];

const DECLARATIONS: Row[] = [
  ['a document type', behind('<!DOCTYPE edXML>'), 2, 1],
  ['one in lower case', behind('  <!doctype edXML>'), 2, 3],
  ['a billion laughs', behind(LAUGHS), 2, 1],
  [
    'a file that is read from outside',
    behind('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    2,
    1,
  ],
  ['a document type that is fetched', behind('<!DOCTYPE r SYSTEM "http://127.0.0.1/a.dtd">'), 2, 1],
  [
    'one inside the packet',
    changed(packet, '<edXML:Subject>', '<!DOCTYPE a><edXML:Subject>'),
    60,
    9,
  ],
];

const MALFORMED: Row[] = [
  ['nothing', '', 1, 1],
  ['text', 'edXML', 1, 1],
  ['a tag that is never closed', root('\n  <a>\n'), 3, 3],
  ['end tags that cross', root('\n<a><b></a></b></edXML>'), 3, 7],
  ['an end tag too many', `${root('</edXML>')}\n</edXML>`, 3, 1],
  ['a second root', `${root('</edXML>')}<a/>`, 2, 64],
  ['a prefix that nobody declared', root('\n<xlink:a/></edXML>'), 3, 1],
  ['an attribute whose prefix nobody declared', root('<a xlink:href="cid:1"/></edXML>'), 2, 59],
  ['the prefix xmlns declared', root('<a xmlns:xmlns="u"/></edXML>'), 2, 59],
  ['the prefix xml for something else', root('<a xmlns:xml="u"/></edXML>'), 2, 59],
  ['a prefix for nothing', root('<a xmlns:b=""/></edXML>'), 2, 59],
  [
    'one attribute under two prefixes',
    root('<a xmlns:b="u" xmlns:c="u" b:d="" c:d=""/></edXML>'),
    2,
    90,
  ],
  ['an attribute without quotes', root('<a b=1/></edXML>'), 2, 58],
  ['the same attribute twice', root('<a b="" b=""/></edXML>'), 2, 64],
  ['an entity that nobody defined', root('công văn &lt;&nbsp;</edXML>'), 2, 69],
  ['a bare ampersand', root('a & b</edXML>'), 2, 58],
  ['a reference to NUL', root('&#0;</edXML>'), 2, 56],
  ['a reference beyond Unicode', root('&#x110000;</edXML>'), 2, 56],
  ['a NUL', root('ab\0</edXML>'), 2, 58],
  ['a control character', root('\u001b[31m</edXML>'), 2, 56],
  ['the character U+FFFE', root('\uFFFE</edXML>'), 2, 56],
  [
    'half a letter',
    Buffer.concat([Buffer.from(root('đ')), Buffer.from('\u0111').subarray(1)]),
    2,
    57,
  ],
  ['a letter of Latin 1', Buffer.from(root('\nVăn: \u00ea</edXML>'), 'latin1'), 3, 6],
  ['UTF-16', Buffer.from(`\uFEFF${packet}`, 'utf16le'), 1, 1],
  ['another declared encoding', changed(packet, 'UTF-8', 'windows-1258'), 1, 1],
  ['an XML declaration in the middle', root(`\n${DECLARATION}</edXML>`), 3, 1],
  ['an open comment', root('<!-- </edXML>'), 2, 56],
  ['a comment with two dashes', root('<!-- -- --></edXML>'), 2, 56],
  ['the end of a CDATA section', root('a]]></edXML>'), 2, 57],
  ['an element inside itself, unclosed', root('<From><From></From></edXML>'), 2, 75],
];

const DEEPEST = 56 + 3 * (DEPTH_LIMIT - 1);
const MANY_ATTRIBUTES = Array.from({ length: 100 }, (_, at) => `a${String(at)}=""`).join(' ');

const BEYOND: Row[] = [
  ['elements nested too deep', root('<a>'.repeat(DEPTH_LIMIT)), 2, DEEPEST],
  ['a hundred thousand open tags', root('<a>'.repeat(100_000)), 2, DEEPEST],
  ['too many elements', root('\n<a/>'.repeat(MARKUP_LIMIT)), MARKUP_LIMIT + 2, 1],
  ['too many comments', root('<!---->'.repeat(MARKUP_LIMIT)), 2, 56 + 7 * (MARKUP_LIMIT - 1)],
  ['too many attributes', root(`\n<a ${MANY_ATTRIBUTES}/>`.repeat(100)), 101, 1],
  [
    'too many references',
    root(`\n${'&lt;'.repeat(REFERENCE_LIMIT + 1)}`),
    3,
    4 * REFERENCE_LIMIT + 1,
  ],
  ['a tag without an end', root(`\n<a b="${'c'.repeat(TAG_LIMIT)}`), 3, 1],
  ['a text without an end', root(`\n<a>${'c'.repeat(ENVELOPE_LIMIT)}`), 3, 4],
  ['a comment without measure', root(`\n<!--${'c'.repeat(ENVELOPE_LIMIT)}-->`), 3, 5],
];

const FOREIGN: Row[] = [
  ['another root', `${DECLARATION}<Envelope xmlns="${NAMESPACE}"/>`, 2, 1],
  ['no namespace', `${DECLARATION}<edXML/>`, 2, 1],
  ['the namespace of the predecessor', '<edXML xmlns="http://www.e-doc.vn/Schema/"/>', 1, 1],
  [
    'two subjects',
    changed(packet, '<edXML:Content>', '<edXML:Subject>x</edXML:Subject>\n<edXML:Content>'),
    61,
    9,
  ],
  [
    'two senders',
    changed(
      packet,
      '<edXML:To>',
      '<edXML:From><edXML:OrganId>G01</edXML:OrganId></edXML:From><edXML:To>',
    ),
    16,
    9,
  ],
  ['a fifth type of business', changed(packet, 'DocType>0<', 'DocType>4<'), 88, 11],
];

const INCOMPLETE: [path: string, input: string][] = [
  ['edXML/edXMLEnvelope', root('</edXML>')],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From',
    changed(status, /<edXML:From>[^]*<\/edXML:From>/, ''),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId',
    changed(packet, /<edXML:OrganId>.*/, '<edXML:OrganId/>'),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To',
    changed(packet, /<edXML:To>[^]*<\/edXML:To>/, '<edXML:To/>'),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/DocumentId',
    changed(packet, /<edXML:DocumentId>.*/, '<edXML:DocumentId>\n</edXML:DocumentId>'),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Code/CodeNotation',
    changed(packet, /<edXML:CodeNotation>.*/, ''),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Subject',
    changed(packet, /<edXML:Subject>.*/, ''),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/ResponseFor/DocumentId',
    changed(status, /<edXML:DocumentId>.*/, ''),
  ],
  [
    'edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Timestamp',
    changed(status, '2015/09/20 11:08:36', '2015/09/31 11:08:36'),
  ],
  [
    'edXML/AttachmentEncoded/Attachment/ContentTransferEncoded',
    changed(packet, /<edXML:ContentTransfer.*/, ''),
  ],
  [
    'edXML/AttachmentEncoded/Attachment (209)',
    changed(packet, /<AttachmentEncoded>[^]*<\/AttachmentEncoded>/, ''),
  ],
];

describe('a packet is refused where the fault is', () => {
  const tables: [string, new (...args: never[]) => PacketRefusal, Row[]][] = [
    ['a document type declaration', DocumentTypeDeclarationForbidden, DECLARATIONS],
    ['malformed XML', MalformedXml, MALFORMED],
    ['something beyond the limits', BeyondLimits, BEYOND],
    ['something else than edXML', NotAnEdxmlPacket, FOREIGN],
  ];
  describe.each(tables)('as %s:', (_, kind, rows) => {
    it.each(rows)('%s', (_what, input, line, column) => {
      const error = refusalOf(input);
      expect(error).toBeInstanceOf(kind);
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ line, column });
      expect(String(error)).toContain(`line ${String(line)}, column ${String(column)}: `);
    });
  });

  it.each(INCOMPLETE)('as incomplete: %s', (path, input) => {
    const error = refusalOf(input);
    expect(error).toBeInstanceOf(IncompletePacket);
    expect(error).toMatchObject({ path });
    expect(error).toHaveProperty('line', expect.any(Number));
  });

  it('but not where the same words are mere text', () => {
    const comment = behind('<!-- <!DOCTYPE a> -->');
    const section = changed(packet, /(?<=<edXML:Subject>)/, '<![CDATA[<!DOCTYPE a>&nbsp;]]>');
    expect(refusalOf(comment)).toBeUndefined();
    expect(refusalOf(section)).toBeUndefined();
  });
});
