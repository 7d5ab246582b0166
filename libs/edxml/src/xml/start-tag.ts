import { TAG_LIMIT } from '../limits.js';
import { FORBIDDEN_CHARACTER, NC_NAME } from './characters.js';
import { NamespaceScope } from './namespaces.js';
import { checkReferences, expandReferences } from './references.js';
import { forbiddenReason } from './runs.js';
import type { Source } from './source.js';

/** A start tag without what it means here. */
export interface Opening {
  readonly prefix: string;
  readonly name: string;
  readonly isEmpty: boolean;
  /** Bytes of the name as it is spelled, prefix included. */
  readonly spelling: number;
}

export interface StartTag extends Opening {
  readonly namespace: string;
  readonly scope: NamespaceScope;
  /** The offset behind it. */
  readonly end: number;
  readonly attributes: number;
}

/** A tag as it stands in the source, from its `<` to its `>`; without one, all that is left. */
export interface TagText {
  readonly source: Source;
  readonly offset: number;
  /** The offset behind it. */
  readonly end: number;
  readonly text: string;
}

interface QualifiedName {
  readonly prefix: string;
  readonly name: string;
  /** Where in the tag it stands. */
  readonly at: number;
}

export interface Attribute extends QualifiedName {
  readonly value: string;
}

const TAG_END = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const SPACE = '[ \\t\\r\\n]';
const NAME = `(?:(${NC_NAME}):)?(${NC_NAME})`;
const OPENING = new RegExp(`<${NAME}`, 'uy');
const ATTRIBUTE = new RegExp(
  `(${SPACE}+)${NAME}${SPACE}*=${SPACE}*(?:"([^<"]*)"|'([^<']*)')`,
  'uy',
);
const CLOSING = new RegExp(`${SPACE}*(/?)>`, 'uy');

/** @throws {BeyondLimits} when it does not end */
export const tagAt = (source: Source, offset: number): TagText => {
  const last = Math.min(source.bytes.length, offset + TAG_LIMIT);
  const end = endOfTag(source.bytes, offset, last);
  if (end === -1 && last < source.bytes.length) {
    source.refuseAsBeyond('packet-too-complex', offset, 'a tag is longer than 64 KiB');
  }
  const known = end === -1 ? last : end;
  return { source, offset, end: known, text: source.text(offset, known) };
};

/** The offset behind the first `>` that no quotes hide; −1 when none comes before `last`. */
const endOfTag = (bytes: Uint8Array, start: number, last: number): number => {
  let quote: number | undefined;
  for (let at = start; at < last; at += 1) {
    const byte = bytes[at];
    if (quote !== undefined) quote = byte === quote ? undefined : quote;
    else if (byte === TAG_END) return at + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
};

/** The attributes of a tag that was read before, declarations of namespaces among them. */
export const attributesOf = (tag: TagText): readonly Attribute[] => {
  const opening = matchAt(OPENING, tag, 0);
  return opening ? readAttributes(tag, opening[0].length).attributes : [];
};

/** Reads a tag and all its attributes; `outer` is what prefixes mean around it. */
export const readStartTag = (tag: TagText, outer: NamespaceScope): StartTag => {
  const opening = matchAt(OPENING, tag, 0);
  if (!opening) return refuseAt(tag, 0, 'not a tag: < is written &lt;');
  const [whole, prefix = '', name = ''] = opening;
  const spelled = whole.slice(1);
  const { attributes, end } = readAttributes(tag, whole.length);
  const closing = matchAt(CLOSING, tag, end);
  if (!closing) return refuseAt(tag, end, `the tag <${spelled} is broken here`);
  const scope = declareNamespaces(tag, attributes, outer);
  refuseRepeatedAttributes(tag, attributes, scope);
  return {
    prefix,
    name,
    isEmpty: closing[1] === '/',
    spelling: Buffer.byteLength(spelled),
    namespace: resolve(tag, scope, { prefix, name, at: 0 }),
    scope,
    end: tag.end,
    attributes: attributes.length,
  };
};

const readAttributes = (tag: TagText, start: number): { attributes: Attribute[]; end: number } => {
  const attributes: Attribute[] = [];
  let end = start;
  for (;;) {
    const match = matchAt(ATTRIBUTE, tag, end);
    if (!match) return { attributes, end };
    const [whole, space = '', prefix = '', name = '', quoted, apostrophed] = match;
    const raw = quoted ?? apostrophed ?? '';
    const value = valueOf(tag, raw, end + whole.length - 1 - raw.length);
    attributes.push({ prefix, name, value, at: end + space.length });
    end += whole.length;
  }
};

/** @param at where `raw` begins in the tag */
const valueOf = (tag: TagText, raw: string, at: number): string => {
  const forbidden = FORBIDDEN_CHARACTER.exec(raw);
  if (forbidden) refuseAt(tag, at + forbidden.index, forbiddenReason(forbidden[0]));
  if (!raw.includes('&')) return raw;
  const run = Buffer.from(raw);
  checkReferences(run, {
    met: () => undefined,
    refuse: (offset, reason) => refuseAt(tag, at + run.toString('utf8', 0, offset).length, reason),
  });
  return expandReferences(run);
};

const declareNamespaces = (
  tag: TagText,
  attributes: readonly Attribute[],
  outer: NamespaceScope,
): NamespaceScope => {
  const declarations = attributes.filter(isDeclaration);
  if (declarations.length === 0) return outer;
  const scope = new NamespaceScope(outer);
  for (const { prefix, name, value, at } of declarations) {
    const reason = scope.declare(prefix === '' ? '' : name, value);
    if (reason !== undefined) refuseAt(tag, at, reason);
  }
  return scope;
};

const isDeclaration = ({ prefix, name }: QualifiedName): boolean =>
  prefix === 'xmlns' || (prefix === '' && name === 'xmlns');

const refuseRepeatedAttributes = (
  tag: TagText,
  attributes: readonly Attribute[],
  scope: NamespaceScope,
): void => {
  const seen = new Set<string>();
  for (const attribute of attributes) {
    const { prefix, name, at } = attribute;
    const namespace = prefix === '' || prefix === 'xmlns' ? prefix : resolve(tag, scope, attribute);
    const key = `${namespace} ${name}`;
    if (seen.has(key)) refuseAt(tag, at, `the attribute ${name} occurs twice`);
    seen.add(key);
  }
};

const resolve = (tag: TagText, scope: NamespaceScope, { prefix, at }: QualifiedName): string =>
  scope.resolve(prefix) ?? refuseAt(tag, at, `the prefix ${prefix} is not declared`);

const refuseAt = ({ source, offset, text }: TagText, at: number, reason: string): never =>
  source.refuse(offset + Buffer.byteLength(text.slice(0, at)), reason);

const matchAt = (pattern: RegExp, { text }: TagText, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
