import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lint } from '../../../../test/edxml/xml-lint.js';
import { MARKUP_LIMIT } from '../limits.js';
import { BeyondLimits, MalformedXml, type PacketRefusal } from '../packet.errors.js';
import { parseXml } from './parse.js';

const SEED = 102;
const PATIENCE_MS = 60_000;

const SOUND = [
  `<!-- c -->\n<?pi x?><e xmlns="urn:u" xmlns:p="urn:v" p:a='1' a="&lt;x&#10;">t &amp; &#x41;<![CDATA[<>&]]><p:b/>` +
    `<c xml:lang="vi" xmlns="">ấ</c><p:d >x</p:d\n></e><!-- d -->`,
  '<p:r xmlns:p="urn:u" xmlns:q="urn:w"><q:x p:y="1" q:y="2" y="3"/><p:z xmlns:p="urn:t">🇻🇳</p:z></p:r>',
];

const SPLINTERS = [
  ...[
    '<',
    '>',
    '/',
    '&',
    ';',
    '"',
    "'",
    '=',
    ':',
    ' ',
    '\r',
    '\t',
    '-',
    '#',
    'x',
    '1',
    'é',
    '·',
    '%',
  ],
  ...['p:', '--', ']]>', '<!--', '-->', '<?', '?>', '<![CDATA[', '</e>', '<a/>', '<a ', '-.'],
  ...['xmlns', 'xmlns:p="urn:u"', 'xmlns:q="urn:u"', ' a="2"', ' p:a="2"', '<?xml version="1.0"?>'],
  ...[
    '&#0;',
    '&#x1F600;',
    '&#xD800;',
    '&lt',
    '\u0301',
    '\u0001',
    '\0',
    '\uFFFE',
    '\uFEFF',
    '\u0085',
  ],
];

/** A sound document that lost a few characters, got a splinter, or both. */
const broken = fc
  .tuple(fc.constantFrom(...SOUND), fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...SPLINTERS))
  .map(([text, place, lost, splinter]) => {
    const at = place % (text.length + 1);
    return Buffer.from(text.slice(0, at) + splinter + text.slice(at + lost)).toString();
  });

const refusalOf = (text: string): PacketRefusal | undefined => {
  try {
    parseXml(Buffer.from(text));
    return undefined;
  } catch (error) {
    if (error instanceof MalformedXml || error instanceof BeyondLimits) return error;
    throw error;
  }
};

const isAccepted = (text: string): boolean => refusalOf(text) === undefined;

/** What an address may look like is not our concern: namespaces are compared as text. */
const isAddressAlone = (error: string | undefined): boolean =>
  error?.endsWith('is not a valid URI') ?? false;

describe('XML', () => {
  it(
    'is accepted and refused as another strict parser does, whatever breaks in it',
    async () => {
      const documents = fc.sample(broken, { seed: SEED, numRuns: 800 });
      const errors = await lint(documents);
      const disputed = documents.filter(
        (text, at) =>
          !isAddressAlone(errors[at]) && isAccepted(text) !== (errors[at] === undefined),
      );
      expect(disputed).toEqual([]);
      const accepted = documents.filter(isAccepted).length;
      expect(accepted).toBeGreaterThan(80);
      expect(documents.length - accepted).toBeGreaterThan(80);
    },
    PATIENCE_MS,
  );

  it('has elements with names, namespaces, text and children', () => {
    const [sound = ''] = SOUND;
    const root = parseXml(Buffer.from(sound));
    expect(root).toMatchObject({ name: 'e', namespace: 'urn:u', text: 't & A<>&' });
    expect(root.children.map(({ name, namespace, text }) => [name, namespace, text])).toEqual([
      ['b', 'urn:v', ''],
      ['c', '', 'ấ'],
      ['d', 'urn:v', 'x'],
    ]);
    const c = root.children[1];
    expect(c?.path).toBe('e/c');
    expect(c?.position).toEqual({ line: 2, column: sound.indexOf('<c ') - sound.indexOf('\n') });
  });

  it('expands a reference once', () => {
    expect(parseXml(Buffer.from('<a>&amp;lt;&#38;#38;</a>')).text).toBe('&lt;&#38;');
  });

  it('has line feeds alone, unless a carriage return is asked for', () => {
    expect(parseXml(Buffer.from('<a>1\r\n2\r3&#13;4</a>')).text).toBe('1\n2\n3\r4');
  });

  it.each([
    ['line feeds', '\n\n<a>\n</b>', 4, 1],
    ['both', '\r\n<a>\r\n</b>', 3, 1],
    ['carriage returns', '\r\r<a>\rấ𝄞</b>', 4, 4],
    ['all of them', '\n\r\r\n<a>\r</b>', 5, 1],
  ])('counts lines by %s', (_, text, line, column) => {
    expect(refusalOf(text)).toMatchObject({ line, column });
  });

  it('may begin with a byte order mark', () => {
    expect(parseXml(Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-8"?><a/>')).name).toBe(
      'a',
    );
  });

  it('has no more elements than the largest packet needs', () => {
    const crowd = (tags: number): string => `<a>${'<b/>'.repeat(tags - 2)}</a>`;
    expect(isAccepted(crowd(MARKUP_LIMIT))).toBe(true);
    expect(isAccepted(crowd(MARKUP_LIMIT + 1))).toBe(false);
  });

  it('is read in time linear in its size', () => {
    const hostile = [
      `<a ${Array.from({ length: 20_000 }, (_, at) => `b${String(at)}=""`).join(' ')}/>`,
      `<a>${'<b xmlns:c="d"/>'.repeat(20_000)}</a>`,
      `<a>${'&'.repeat(200_000)}</a>`,
      `<a>${' '.repeat(1_000_000)}`,
      `<a b${' '.repeat(1_000_000)}`,
      `<${'a'.repeat(1_000_000)}`,
      `<a>${']'.repeat(1_000_000)}</a>`,
    ];
    const start = process.cpuUsage();
    hostile.forEach(isAccepted);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
