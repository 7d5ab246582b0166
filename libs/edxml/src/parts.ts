import { IncompletePacket, NotAnEdxmlPacket } from './packet.errors.js';
import type { XmlElement } from './xml/element.js';

/** The namespace of QCVN 102:2016. */
export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** All parts called `name`, empty ones left out. */
export const partsOf = (whole: XmlElement | undefined, name: string): readonly XmlElement[] =>
  whole?.children.filter((part) => isPart(part, name)) ?? [];

/**
 * The part called `name`; an empty one is none.
 *
 * @throws {NotAnEdxmlPacket} when there are several, for then nobody knows which one counts
 */
export const partOf = (whole: XmlElement | undefined, name: string): XmlElement | undefined => {
  let found: XmlElement | undefined;
  for (const part of whole?.children ?? []) {
    if (!isPart(part, name)) continue;
    if (found) refuseSecond(part);
    found = part;
  }
  return found;
};

/**
 * The texts of the parts of these names, in one pass: a packet may have five thousand organs.
 *
 * @throws {NotAnEdxmlPacket} when there are several of a name
 */
export const textsByName = (
  whole: XmlElement,
  names: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const found = new Map<string, XmlElement>();
  for (const part of whole.children) {
    if (!names.has(part.name) || !isPart(part, part.name)) continue;
    if (found.has(part.name)) refuseSecond(part);
    found.set(part.name, part);
  }
  const texts = [...found].map(([name, { text }]) => [name, text] as const);
  return new Map(texts.filter(([, text]) => text !== ''));
};

const refuseSecond = (part: XmlElement): never => {
  throw new NotAnEdxmlPacket('part-twice', `${part.path} occurs twice`, part.position);
};

const isPart = (element: XmlElement, name: string): boolean =>
  isEdxml(element, name) && !element.isEmpty;

/** @throws {IncompletePacket} when there is none */
export const requiredPartOf = (whole: XmlElement, name: string): XmlElement =>
  partOf(whole, name) ?? missing(whole, name);

export const textOf = (whole: XmlElement | undefined, name: string): string | undefined => {
  const text = partOf(whole, name)?.text;
  return text === '' ? undefined : text;
};

/** @throws {IncompletePacket} when there is none */
export const requiredTextOf = (whole: XmlElement, name: string): string =>
  textOf(whole, name) ?? missing(whole, name);

/** The texts of the list `list{item…}`. */
export const textsOf = (
  whole: XmlElement | undefined,
  list: string,
  item: string,
): readonly string[] => partsOf(partOf(whole, list), item).map((part) => part.text);

export const missing = (whole: XmlElement, name: string): never => {
  throw new IncompletePacket(`${whole.path}/${name}`, whole.position);
};

export const isEdxml = (element: XmlElement, name: string): boolean =>
  element.name === name && element.namespace === EDXML_NAMESPACE;
