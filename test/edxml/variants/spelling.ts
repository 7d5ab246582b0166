import { type Seeded } from '@lienthong/connector';
import { type Tree } from './tree.js';

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
const MIXED = 'mixed';
const CONTENT = 'ContentTransferEncoded';

/** How a packet is written down; none of it means anything. */
export interface Spelling {
  /** Of all elements, or `mixed`: each has whichever it likes. */
  readonly prefix: string;
  readonly start: string;
  readonly lineEnd: string;
  readonly indent: string;
  /** Around texts. */
  readonly padding: string;
  readonly comments: boolean;
  readonly texts: 'plain' | 'numbered' | 'sections';
  /** What a file in base64 is broken into lines with. */
  readonly contentBreak: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const STARTS = [
  DECLARATION,
  '',
  `\uFEFF${DECLARATION}`,
  "<?xml version='1.0' encoding='utf-8' standalone='yes'?>",
];

export const someSpelling = (chance: Seeded): Spelling => {
  const lineEnd = chance.pick(['\n', '\n', '\r\n', '\r', '']);
  return {
    prefix: chance.pick(['edXML:', '', 'q:', 'Văn_bản:', MIXED]),
    start: chance.pick(STARTS),
    lineEnd,
    indent: chance.pick(['', '  ', '\t']),
    padding: chance.pick(['', '', '\n\t ', ' ']),
    comments: chance.chance(0.2),
    texts: chance.pick(['plain', 'plain', 'numbered', 'sections']),
    contentBreak: chance.pick(['', '', '\n', '\r\n', '&#13;\n', '&#xD;&#xA;   ']),
  };
};

/** The packet as bytes. */
export const spelled = (packet: Tree, spelling: Spelling, chance: Seeded): Uint8Array => {
  const scribe = new Scribe(spelling, chance);
  return Buffer.from(`${spelling.start}${spelling.lineEnd}${scribe.write(packet, 0)}`);
};

const PREFIXES = ['edXML:', '', 'x:', 'ns1:'];
const LINE = 76;

class Scribe {
  constructor(
    private readonly spelling: Spelling,
    private readonly chance: Seeded,
  ) {}

  write(tree: Tree, depth: number): string {
    const { lineEnd, indent, comments } = this.spelling;
    const margin = lineEnd + indent.repeat(depth);
    const note = comments && this.chance.chance(0.1) ? `<!-- <To/> & ${tree.name} -->` : '';
    const { name, attributes } = this.tagOf(tree, depth);
    const inside = this.inside(tree, depth);
    return inside === '' && this.chance.chance(0.5)
      ? `${margin}${note}<${name}${attributes}/>`
      : `${margin}${note}<${name}${attributes}>${inside}</${name} >`;
  }

  /** An element declares its prefix itself, unless all of the packet has the same. */
  private tagOf(tree: Tree, depth: number): { name: string; attributes: string } {
    const { prefix } = this.spelling;
    const namespace = tree.namespace ?? NAMESPACE;
    const isOwn = prefix === MIXED || tree.namespace !== undefined;
    const chosen = isOwn ? this.chance.pick(PREFIXES) : prefix;
    const declared = chosen === '' ? 'xmlns' : `xmlns:${chosen.slice(0, -1)}`;
    // Once one element declares otherwise, nothing is certain for those inside it.
    const known: Readonly<Record<string, string>> =
      isOwn || depth === 0 ? { [declared]: namespace } : {};
    const attributes = Object.entries({ ...known, ...tree.attributes }).map(
      ([key, value]) => ` ${key}="${value}"`,
    );
    return { name: `${chosen}${tree.name}`, attributes: attributes.join('') };
  }

  private inside(tree: Tree, depth: number): string {
    const parts = tree.parts.map((part) => this.write(part, depth + 1)).join('');
    if (tree.parts.length > 0) return `${parts}${this.spelling.lineEnd}`;
    const text = tree.name === CONTENT ? this.base64(tree.text) : this.text(tree.text);
    return text === '' ? '' : `${this.spelling.padding}${text}${this.spelling.padding}`;
  }

  private base64(letters: string): string {
    const lines = letters.match(new RegExp(`.{1,${String(LINE)}}`, 'g')) ?? [];
    return lines.join(this.spelling.contentBreak);
  }

  private text(text: string): string {
    const { texts } = this.spelling;
    if (text.trim() === '') return text;
    if (texts === 'sections') return `<![CDATA[${text}]]>`;
    const escaped = text.replace(/[&<>]/g, (one) => `&#${String(one.charCodeAt(0))};`);
    if (texts === 'plain') return escaped;
    return text.replace(/[&<>aeộ]/gu, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`);
  }
}
