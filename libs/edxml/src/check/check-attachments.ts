import { type AttachmentParts, attachmentParts } from '../attachment-parts.js';
import { CarriedFile } from '../carried-file.js';
import { CONTENT_ELEMENT } from '../limits.js';
import { extensionOf } from '../media-type.js';
import { partOf, textOf } from '../parts.js';
import { PacketRefusal } from '../packet.errors.js';
import type { XmlElement } from '../xml/element.js';
import { MARK } from '../xml/marks.js';
import { BrokenContent } from '../broken-content.js';
import { type Deviation, deviation, lacking } from './deviation.js';

const CARRIER_TYPE = 'application/zip';

/** How the attachments are announced and carried. */
export const checkAttachments = (root: XmlElement): readonly Deviation[] =>
  attachmentParts(root).flatMap((parts) => [...checkParts(parts), ...checkCarriage(parts)]);

const checkParts = ({ reference, body }: AttachmentParts): readonly Deviation[] => {
  if (!body) return [];
  const isInline = reference === body;
  return [
    ...(isAtItsPlace(body) ? [] : [deviation('attachment-misplaced', body)]),
    ...(reference ? [] : [deviation('manifest-missing', body, textOf(body, 'AttachmentName'))]),
    ...checkId(body),
    ...(reference && !isInline ? [...checkId(reference), ...checkName(body, reference)] : []),
  ];
};

const isAtItsPlace = ({ parent }: XmlElement): boolean =>
  parent?.name === 'AttachmentEncoded' && parent.parent?.parent === undefined;

const checkId = (part: XmlElement): Deviation[] => {
  const id = partOf(part, 'ContentId');
  if (!id) return [lacking('content-id-missing', part, 'ContentId')];
  return id.text.startsWith('cid:') ? [] : [deviation('content-id-form', id, id.text)];
};

const checkName = (body: XmlElement, reference: XmlElement): Deviation[] => {
  const [own, other] = [textOf(body, 'AttachmentName'), partOf(reference, 'AttachmentName')];
  if (own === undefined) return [lacking('attachment-name-missing', body, 'AttachmentName')];
  return other && other.text !== own ? [deviation('manifest-differs', other, other.text)] : [];
};

const checkCarriage = ({ reference, body }: AttachmentParts): readonly Deviation[] => {
  const content = partOf(body, CONTENT_ELEMENT);
  const name = textOf(body, 'AttachmentName') ?? textOf(reference, 'AttachmentName');
  if (!content || name === undefined) return [];
  const file = announced(content, name);
  if (!file) return [];
  const { entry } = file;
  const isZip = entry !== undefined || extensionOf(name) === 'zip';
  return [
    ...[...new Set([body, reference])].flatMap((part) => checkType(part, isZip)),
    ...(isZip ? [] : [deviation('attachment-unzipped', content)]),
    ...(entry ? checkKind(content, name, entry.name) : []),
    ...(isOnOneLine(content) ? [] : [deviation('base64-lines', content)]),
  ];
};

const checkType = (part: XmlElement | undefined, isZip: boolean): Deviation[] => {
  const type = partOf(part, 'ContentType');
  if (!type || (type.text === CARRIER_TYPE) === isZip) return [];
  return [deviation('content-type-wrong', type, type.text)];
};

const checkKind = (content: XmlElement, name: string, packed: string): Deviation[] =>
  extensionOf(packed) === extensionOf(name)
    ? []
    : [deviation('file-kind-differs', content, `${name}: ${packed}`)];

/** Nothing where it cannot be had: why, the reader tells. */
const announced = (content: XmlElement, name: string): CarriedFile | undefined => {
  try {
    return CarriedFile.announcedBy(content, name);
  } catch (error) {
    if (error instanceof BrokenContent || error instanceof PacketRefusal) return undefined;
    throw error;
  }
};

const isOnOneLine = ({ runs }: XmlElement): boolean =>
  runs.length === 1 && runs.every(({ marks }) => (marks & (MARK.space | MARK.ampersand)) === 0);
