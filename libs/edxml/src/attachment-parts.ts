import { CONTENT_ELEMENT } from './limits.js';
import { partOf, partsOf, textOf } from './parts.js';
import type { XmlElement } from './xml/element.js';

/** Where a packet speaks of one attachment. */
export interface AttachmentParts {
  /** Without `cid:`; a number where the packet gives none. */
  readonly contentId: string;
  /** Its entry in the manifest; the body itself when it stands there. */
  readonly reference: XmlElement | undefined;
  /** What holds its content; nothing when it is announced alone. */
  readonly body: XmlElement | undefined;
}

/** All attachments in the order of their bodies, which are what counts; then what the manifest names and nobody sent. */
export const attachmentParts = (root: XmlElement): readonly AttachmentParts[] => {
  const envelope = partOf(root, 'edXMLEnvelope');
  const body = partOf(envelope, 'edXMLBody');
  const references = partsOf(partOf(body, 'edXMLManifest'), 'Reference');
  const bodies = [root, envelope, body].flatMap(bodiesIn);
  const inline = references.filter((reference) => partsOf(reference, CONTENT_ELEMENT).length > 0);
  return matched([...bodies, ...inline], references);
};

/** Beside the envelope, where they belong, or inside it; in `AttachmentEncoded`, or without it. */
const bodiesIn = (place: XmlElement | undefined): readonly XmlElement[] =>
  [...partsOf(place, 'AttachmentEncoded'), ...(place ? [place] : [])].flatMap((list) =>
    partsOf(list, 'Attachment'),
  );

/** By their ids; bodies without one by their places, when there are as many in the manifest. */
const matched = (
  bodies: readonly XmlElement[],
  references: readonly XmlElement[],
): readonly AttachmentParts[] => {
  const byPlace = bodies.length === references.length ? references : [];
  const byId = new Map(references.map((reference) => [contentIdOf(reference), reference]));
  const sent = bodies.map((body, at) => {
    const own = contentIdOf(body);
    const contentId = own ?? contentIdOf(byPlace[at]) ?? String(at + 1);
    const reference = own === undefined ? byPlace[at] : byId.get(own);
    return { contentId, reference, body };
  });
  const present = new Set(sent.map(({ contentId }) => contentId));
  const announced = references.flatMap((reference) => {
    const contentId = contentIdOf(reference);
    const isAlone = contentId !== undefined && !present.has(contentId);
    return isAlone ? [{ contentId, reference, body: undefined }] : [];
  });
  return [...sent, ...announced];
};

const contentIdOf = (part: XmlElement | undefined): string | undefined =>
  textOf(part, 'ContentId')?.replace(/^cid:/i, '');
