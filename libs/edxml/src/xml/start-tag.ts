import { NC_NAME } from './characters.js';
import { NamespaceScope } from './namespaces.js';
import { expandReferences } from './references.js';
import type { Source } from './source.js';

export interface StartTag {
  /** As it is spelled, prefix included. */
  readonly spelling: string;
  readonly name: string;
  readonly namespace: string;
  readonly scope: NamespaceScope;
  readonly isEmpty: boolean;
  /** The offset behind the tag. */
  readonly end: number;
}

interface QualifiedName {
  readonly prefix: string;
  readonly name: string;
  readonly offset: number;
}

interface Attribute extends QualifiedName {
  readonly value: string;
}

const SPACE = '[ \\t\\r\\n]';
const NAME = `(?:(${NC_NAME}):)?(${NC_NAME})`;
const OPENING = new RegExp(`<${NAME}`, 'uy');
const ATTRIBUTE = new RegExp(
  `(${SPACE}+)${NAME}${SPACE}*=${SPACE}*(?:"([^<"]*)"|'([^<']*)')`,
  'uy',
);
const CLOSING = new RegExp(`${SPACE}*(/?)>`, 'uy');

/** Reads the start tag at `offset`, with its namespaces; `outer` is what prefixes mean around it. */
export const readStartTag = (source: Source, offset: number, outer: NamespaceScope): StartTag => {
  const opening = matchAt(OPENING, source, offset);
  if (!opening) return source.refuse(offset, 'not a tag: < is written &lt;');
  const [, prefix = '', name = ''] = opening;
  const { attributes, end: attributesEnd } = readAttributes(source, offset + opening[0].length);
  const closing = matchAt(CLOSING, source, attributesEnd);
  if (!closing)
    return source.refuse(attributesEnd, `the tag <${opening[0].slice(1)} is broken here`);
  const scope = declareNamespaces(source, attributes, outer);
  refuseRepeatedAttributes(source, attributes, scope);
  return {
    spelling: opening[0].slice(1),
    name,
    namespace: resolve(source, scope, { prefix, name, offset }),
    scope,
    isEmpty: closing[1] === '/',
    end: attributesEnd + closing[0].length,
  };
};

const readAttributes = (
  source: Source,
  start: number,
): { attributes: Attribute[]; end: number } => {
  const attributes: Attribute[] = [];
  let end = start;
  for (;;) {
    const match = matchAt(ATTRIBUTE, source, end);
    if (!match) return { attributes, end };
    const [whole, space = '', prefix = '', name = '', quoted, apostrophed] = match;
    const raw = quoted ?? apostrophed ?? '';
    const valueStart = end + whole.length - 1 - raw.length;
    const value = expandReferences(raw, (at, reason) => source.refuse(valueStart + at, reason));
    attributes.push({ prefix, name, value, offset: end + space.length });
    end += whole.length;
  }
};

const declareNamespaces = (
  source: Source,
  attributes: readonly Attribute[],
  outer: NamespaceScope,
): NamespaceScope => {
  const declarations = attributes.filter(isDeclaration);
  if (declarations.length === 0) return outer;
  const scope = new NamespaceScope(outer);
  for (const { prefix, name, value, offset } of declarations) {
    const reason = scope.declare(prefix === '' ? '' : name, value);
    if (reason !== undefined) source.refuse(offset, reason);
  }
  return scope;
};

const isDeclaration = ({ prefix, name }: QualifiedName): boolean =>
  prefix === 'xmlns' || (prefix === '' && name === 'xmlns');

const refuseRepeatedAttributes = (
  source: Source,
  attributes: readonly Attribute[],
  scope: NamespaceScope,
): void => {
  const seen = new Set<string>();
  for (const attribute of attributes) {
    const { prefix, name, offset } = attribute;
    const namespace =
      prefix === '' || prefix === 'xmlns' ? prefix : resolve(source, scope, attribute);
    const key = `${namespace} ${name}`;
    if (seen.has(key)) source.refuse(offset, `the attribute ${name} occurs twice`);
    seen.add(key);
  }
};

const resolve = (
  source: Source,
  scope: NamespaceScope,
  { prefix, offset }: QualifiedName,
): string => scope.resolve(prefix) ?? source.refuse(offset, `the prefix ${prefix} is not declared`);

const matchAt = (pattern: RegExp, { text }: Source, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};
