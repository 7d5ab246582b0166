import { type Seeded } from '@lienthong/connector';
import { SIGNATURE_NAMESPACE } from '../../../libs/edxml/src/signature.js';
import { type Tree, element, everywhere, named, partCalled, withParts, without } from './tree.js';

/** What some producer does otherwise, and what it means all the same. */
export interface Quirk {
  readonly what: string;
  /** The same tree where there is nothing that could be done so. */
  readonly apply: (packet: Tree, chance: Seeded) => Tree;
}

const SIGNED = ['Signature', 'DigitalSignature'];
const XLINK = 'http://www.w3.org/1999/xlink';

/** In another order, of which elements of the same name keep theirs. */
const shuffled = (tree: Tree, chance: Seeded): Tree => {
  const keys = new Map<string, number[]>();
  for (const { name } of tree.parts) keys.set(name, [...(keys.get(name) ?? []), chance.next()]);
  const rising = new Map([...keys].map(([name, drawn]) => [name, drawn.sort((a, b) => a - b)]));
  const placed = tree.parts.map((part) => ({ part, at: rising.get(part.name)?.shift() ?? 0 }));
  return { ...tree, parts: placed.sort((a, b) => a.at - b.at).map(({ part }) => part) };
};

/** What a producer leaves empty rather than out. */
const EMPTIES: ReadonlyMap<string, readonly Tree[]> = new Map([
  ['From', [element('Fax'), element('Website', '  ')]],
  ['To', [element('Telephone'), element('OrganAdd', '\n')]],
  [
    'MessageHeader',
    [
      element('ResponseFor'),
      element('SignerInfo', [element('Competence'), element('Position'), element('FullName')]),
      element('Content'),
      element('StaffInfo', [element('Mobile')]),
    ],
  ],
  ['OtherInfo', [element('Appendixes', [element('Appendix')]), element('Priority')]],
  ['TraceHeaderList', [element('TraceHeader', [element('OrganId', 'null')])]],
  ['edXMLHeader', [element('DigitalSignature')]],
  ['edXMLBody', [element('edXMLManifest')]],
]);

const dateSpellings = (year: string, month: string, day: string): readonly string[] => [
  `${day}/${month}/${year}`,
  `${String(Number(day))}/${String(Number(month))}/${year}`,
  `${year}-${month}-${day}`,
  `${year}/${String(Number(month))}/${String(Number(day))}`,
  `${year}/${month}/${day} 00:00:00`,
  `${year}-${month}-${day}T09:30:00+07:00`,
  `${day}-${month}-${year}`,
];

const SEVEN_HOURS_MS = 7 * 3_600_000;

const timeSpellings = (year: string, month: string, day: string, time: string) => [
  `${day}/${month}/${year} ${time}`,
  `${year}-${month}-${day} ${time}`,
  `${year}-${month}-${day}T${time}`,
  `${year}/${month}/${day} ${time}.000`,
  `${year}-${month}-${day}T${time}.0+07:00`,
  new Date(Date.parse(`${year}-${month}-${day}T${time}Z`) - SEVEN_HOURS_MS).toISOString(),
];

const respelled = (
  tree: Tree,
  pattern: RegExp,
  spellings: (...groups: string[]) => readonly string[],
  chance: Seeded,
): Tree => {
  const found = pattern.exec(tree.text);
  return found ? { ...tree, text: chance.pick(spellings(...found.slice(1))) } : tree;
};

const PAPER: ReadonlyMap<string, string> = new Map([
  ['1', 'true'],
  ['true', '1'],
  ['0', 'false'],
  ['false', '0'],
]);

/** A hop of nobody is called `null`, or not called at all. */
const renamedHop = (hop: Tree): Tree => {
  const organ = partCalled(hop, 'OrganId');
  if (organ === undefined) return withParts(hop, element('OrganId', 'null'));
  return organ.text === 'null' ? without(hop, 'OrganId') : hop;
};

/** A new document need not say that it is one. */
const aboutType = (traces: Tree): Tree => {
  const business = partCalled(traces, 'Bussiness');
  if (business === undefined)
    return withParts(traces, element('Bussiness', [element('BussinessDocType', '0')]));
  const said = business.parts.map(({ name, text }) => `${name} ${text}`);
  return said.join() === 'BussinessDocType 0' ? without(traces, 'Bussiness') : traces;
};

const inNamespace = (tree: Tree, namespace: string): Tree =>
  everywhere(tree, (one) => ({ ...one, namespace }));

export const quirks: readonly Quirk[] = [
  {
    what: 'another order of elements',
    apply: (packet, chance) =>
      everywhere(packet, (one) => (SIGNED.includes(one.name) ? one : shuffled(one, chance))),
  },
  {
    what: 'empty elements',
    apply: (packet, chance) =>
      everywhere(packet, (one) =>
        withParts(one, ...(EMPTIES.get(one.name) ?? []).filter(() => chance.chance(0.7))),
      ),
  },
  {
    what: 'another spelling of days',
    apply: (packet, chance) =>
      named(packet, ['PromulgationDate', 'DueDate'], (one) =>
        respelled(one, /^(\d{4})\/(\d{2})\/(\d{2})$/, dateSpellings, chance),
      ),
  },
  {
    what: 'another spelling of times',
    apply: (packet, chance) =>
      named(packet, ['Timestamp'], (one) =>
        respelled(one, /^(\d{4})\/(\d{2})\/(\d{2}) ([\d:]{8})$/, timeSpellings, chance),
      ),
  },
  {
    what: 'another word for nobody',
    apply: (packet) => named(packet, ['TraceHeader'], renamedHop),
  },
  {
    what: 'a type said, or not said',
    apply: (packet) => named(packet, ['TraceHeaderList'], aboutType),
  },
  {
    what: 'another word for paper',
    apply: (packet) =>
      named(packet, ['Paper'], (one) => ({ ...one, text: PAPER.get(one.text) ?? one.text })),
  },
  {
    what: 'elements that nobody knows',
    apply: (packet) =>
      named(packet, ['MessageHeader', 'TraceHeaderList', 'edXMLBody'], (one) =>
        withParts(
          one,
          element('VendorInfo', [element('OrganId', 'x')]),
          inNamespace(element('Subject', 'x'), 'urn:vendor'),
        ),
      ),
  },
  {
    what: 'attributes of the old kind',
    apply: (packet, chance) => {
      const traced = named(packet, ['TraceHeaderList'], (one) => ({
        ...one,
        attributes: { id: String(chance.between(1, 99)), version: '1.0', mustUnderstand: '1' },
      }));
      return named(traced, ['Reference'], (one) => ({
        ...one,
        attributes: { 'xmlns:xlink': XLINK, 'xlink:type': 'simple', 'xlink:href': 'cid:x' },
      }));
    },
  },
  {
    what: 'a signature in the namespace of signatures',
    apply: (packet) => named(packet, ['Signature'], (one) => inNamespace(one, SIGNATURE_NAMESPACE)),
  },
];
