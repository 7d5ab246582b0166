import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** An element without its spelling: prefixes, indentation and the like are left to whoever writes it down. */
export interface Tree {
  readonly name: string;
  /** That of the packet where nothing is said. */
  readonly namespace?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own characters. */
  readonly text: string;
  readonly parts: readonly Tree[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

type Node = Record<string, unknown>;

const nodes = z.array(z.record(z.string(), z.unknown()));
const attributes = z.record(z.string(), z.string()).default({});
const ATTRIBUTES = ':@';
const TEXT = '#text';
const XML_DECLARATION = '?xml';
/** `xmlns` and `xmlns:edXML`. */
const NAMESPACES = ['xmlns', 'edXML'];

/** The root of a packet of one namespace, by a parser that is not the one under test. */
export const treeOf = (packet: string): Tree => {
  const [root] = nodes.parse(parser.parse(packet)).flatMap(treesIn);
  if (!root) throw new Error('no element');
  return root;
};

const treesIn = (node: Node): Tree[] => {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name === TEXT || name === XML_DECLARATION) return [];
  const inside = nodes.parse(node[name]);
  const text = inside.map((one) => (typeof one[TEXT] === 'string' ? one[TEXT] : '')).join('');
  const known = Object.entries(attributes.parse(node[ATTRIBUTES]));
  const own = known.filter(([key]) => !NAMESPACES.includes(key));
  return [{ name, attributes: Object.fromEntries(own), text, parts: inside.flatMap(treesIn) }];
};

export const element = (name: string, content: string | readonly Tree[] = ''): Tree =>
  typeof content === 'string'
    ? { name, attributes: {}, text: content, parts: [] }
    : { name, attributes: {}, text: '', parts: content };

/** `tree` with every element in it, from the innermost, replaced by what `change` makes of it. */
export const everywhere = (tree: Tree, change: (one: Tree) => Tree): Tree =>
  change({ ...tree, parts: tree.parts.map((part) => everywhere(part, change)) });

/** `tree` with the elements called so, wherever they are, replaced. */
export const named = (
  tree: Tree,
  names: readonly string[],
  change: (one: Tree) => Tree | readonly Tree[],
): Tree => ({
  ...tree,
  parts: tree.parts
    .map((part) => named(part, names, change))
    .flatMap((part) => (names.includes(part.name) ? change(part) : part)),
});

export const partCalled = (tree: Tree | undefined, name: string): Tree | undefined =>
  tree?.parts.find((part) => part.name === name);

export const without = (tree: Tree, ...names: readonly string[]): Tree => ({
  ...tree,
  parts: tree.parts.filter(({ name }) => !names.includes(name)),
});

export const withParts = (tree: Tree, ...parts: readonly Tree[]): Tree => ({
  ...tree,
  parts: [...tree.parts, ...parts],
});
