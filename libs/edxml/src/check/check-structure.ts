import { isEdxml } from '../parts.js';
import { signaturesIn } from '../signature.js';
import type { XmlElement } from '../xml/element.js';
import { type Deviation, deviation, lacking } from './deviation.js';
import { CARRIERS, NEEDED, PARTS, STATUS_NEEDED, STATUS_PARTS, ruling } from './profile.js';

/** Whether the elements are those of the profile, each at its place, and say something. */
export const checkStructure = (element: XmlElement): readonly Deviation[] => {
  const parts = partsIn(element);
  if (parts === undefined) return [];
  const known = element.children.flatMap((child) => placed(child, element, parts));
  const ours = new Set(known.map(({ part }) => part));
  const strangers = element.children.filter((child) => !ours.has(child) && !isCarrier(child));
  const said = known.filter(({ part }) => !part.isEmpty);
  const needed = neededIn(element);
  const missing = needed.filter((name) => !said.some(({ part }) => part.name === name));
  return [
    ...missing.map((name) => lacking('part-missing', element, name)),
    ...strangers.map((child) => deviation('element-unknown', child)),
    ...known.flatMap(({ part }) => emptiness(part, missing)),
    ...disorder(said),
    ...said.flatMap(({ part }) => (isSignature(part, element) ? [] : checkStructure(part))),
  ];
};

interface Placed {
  readonly part: XmlElement;
  readonly at: number;
}

const isStatus = (header: XmlElement): boolean =>
  header.children.some((child) => isEdxml(child, 'StatusCode') && !child.isEmpty);

const partsIn = (element: XmlElement): readonly string[] | undefined =>
  element.name === 'MessageHeader' && isStatus(element) ? STATUS_PARTS : ruling(PARTS, element);

const neededIn = (element: XmlElement): readonly string[] =>
  element.name === 'MessageHeader' && isStatus(element)
    ? STATUS_NEEDED
    : (ruling(NEEDED, element) ?? []);

const isSignature = (child: XmlElement, whole: XmlElement): boolean =>
  whole.name === 'edXMLHeader' && signaturesIn(whole).includes(child);

const isCarrier = ({ name }: XmlElement): boolean => CARRIERS.includes(name);

const placed = (child: XmlElement, whole: XmlElement, parts: readonly string[]): Placed[] => {
  const name = isSignature(child, whole) ? 'Signature' : child.name;
  const isKnown = name === 'Signature' || isEdxml(child, name);
  const at = isKnown ? parts.indexOf(name) : -1;
  return at === -1 ? [] : [{ part: child, at }];
};

/** One that had to say something is missing already. */
const emptiness = (part: XmlElement, missing: readonly string[]): Deviation[] => {
  if (!part.isEmpty || missing.includes(part.name)) return [];
  const isSigned = part.parent !== undefined && isSignature(part, part.parent);
  return [deviation(isSigned ? 'signature-empty' : 'element-empty', part)];
};

/** The first that stands behind one that it comes before. */
const disorder = (parts: readonly Placed[]): Deviation[] => {
  let furthest = 0;
  for (const { part, at } of parts) {
    if (at < furthest) return [deviation('element-order', part)];
    furthest = at;
  }
  return [];
};
