import { LARGE, MIB, type Malicious, PACKET, ROOT, row, series, withSubject } from './row.js';

const endless = (start: string, text = 'a'): string => `${ROOT}${start}${text.repeat(LARGE)}`;

/** What is longer than it can be, or never ends. */
const lengths: readonly Malicious[] = [
  row('packet-too-large', 'a text that never ends', () => endless('<Subject>')),
  row('packet-too-large', 'a subject beyond measure', () => withSubject('a'.repeat(LARGE))),
  row('packet-too-large', 'a subject of white space', () => withSubject(' '.repeat(LARGE))),
  row('packet-too-large', 'a comment beyond measure', () => `${endless('<!--')}-->`),
  row('malformed-xml', 'a comment that never ends', () => endless('<!--')),
  row('malformed-xml', 'a section that never ends', () => endless('<a><![CDATA[')),
  row('malformed-xml', 'an instruction that never ends', () => endless('<?a ')),
  row('packet-too-complex', 'an attribute that never ends', () => endless('<a b="')),
  row('packet-too-complex', 'a name that never ends', () => endless('<')),
  row('packet-too-complex', 'a tag of white space', () => endless('<a', ' ')),
  row('packet-too-large', 'a reference that never ends', () => endless('<a>&#', '0')),
  row('malformed-xml', 'a reference of three megabytes', () =>
    withSubject(`&#${'0'.repeat(3 * MIB)}`),
  ),
  row('malformed-xml', 'half a letter behind a text beyond measure', () =>
    Buffer.concat([Buffer.from(endless('')), Buffer.of(0xc4)]),
  ),
  row('malformed-xml', 'a fault behind three million lines', () =>
    withSubject(`${'\r'.repeat(3_500_000)}\0`),
  ),
  row('malformed-xml', 'a fault behind three megabytes of Vietnamese', () =>
    withSubject(`${'ấ'.repeat(1_200_000)}\0`),
  ),
];

/** Many of what packets have a few of. */
const numbers: readonly Malicious[] = [
  row('packet-too-complex', 'elements a million deep', () => ROOT + '<a>'.repeat(1_000_000)),
  row('packet-too-complex', 'a million elements', () => ROOT + '<a/>'.repeat(1_000_000)),
  row(
    'packet-too-complex',
    'a million elements that say something',
    () => `${ROOT}${'<a>b</a>'.repeat(1_000_000)}`,
  ),
  row('packet-too-complex', 'a million comments', () => ROOT + '<!---->'.repeat(1_000_000)),
  row('packet-too-complex', 'a million instructions', () => ROOT + '<?a?>'.repeat(1_000_000)),
  row(
    'packet-too-complex',
    'a million sections',
    () => `${ROOT}<a>${'<![CDATA[]]>'.repeat(1_000_000)}`,
  ),
  row(
    'packet-too-complex',
    'a hundred thousand kinds of elements',
    () => ROOT + series(100_000, (at) => `<a${String(at)}/>`),
  ),
  row(
    'packet-too-complex',
    'a hundred thousand attributes on one element',
    () => `${ROOT}<a ${series(100_000, (at) => `b${String(at)}="" `)}/>`,
  ),
  row(
    'packet-too-complex',
    'a hundred thousand elements with attributes',
    () => ROOT + '<a b="" c="" d=""/>'.repeat(100_000),
  ),
  row(
    'packet-too-complex',
    'a hundred thousand namespaces',
    () => ROOT + series(100_000, (at) => `<a xmlns:b="${String(at)}"/>`),
  ),
  row('packet-too-complex', 'more references than lines', () =>
    withSubject('&gt;'.repeat(1_000_001)),
  ),
  row('malformed-xml', 'brackets that nearly end a section', () =>
    withSubject(`${']]'.repeat(1_900_000)}]]>`),
  ),
  row(
    'malformed-xml',
    'quotes that nearly end an attribute',
    () => `${ROOT}<a ${series(5_000, (at) => `b${String(at)}='"' `)}"/>`,
  ),
];

const LAST_RECIPIENT = /<edXML:To>(?:(?!<edXML:To>)[^])*?<\/edXML:To>(?!\s*<edXML:To>)/;
const recipients = (count: number): string =>
  series(count, (at) => {
    const texts = ['OrganizationInCharge', 'OrganName', 'OrganAdd', 'Email', 'Telephone', 'Fax'];
    const facts = texts.map((name) => `<edXML:${name}>Đơn vị ${String(at)}</edXML:${name}>`);
    return `<edXML:To><edXML:OrganId>000.00.00.H39</edXML:OrganId>${facts.join('')}</edXML:To>`;
  });

/** Large packets whose fault comes last. */
const packets: readonly Malicious[] = [
  row('part-missing', '2,500 recipients, the last without a code', () =>
    PACKET.replace(
      LAST_RECIPIENT,
      () => `${recipients(2_500)}<edXML:To><edXML:Fax>1</edXML:Fax></edXML:To>`,
    ),
  ),
  row('part-twice', '2,500 recipients and two senders', () =>
    PACKET.replace('<edXML:To>', () => `<edXML:From>a</edXML:From>${recipients(2_500)}<edXML:To>`),
  ),
  row('malformed-xml', '2,500 recipients and no end', () =>
    PACKET.replace(LAST_RECIPIENT, () => recipients(2_500)).replace('</edXML>', ''),
  ),
];

export const shapes: readonly Malicious[] = [...lengths, ...numbers, ...packets];
