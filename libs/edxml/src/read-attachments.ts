import { type AttachmentParts, attachmentParts } from './attachment-parts.js';
import { BrokenContent } from './broken-content.js';
import { CarriedFile } from './carried-file.js';
import { isUnsafePath, plainFileName } from './file-name.js';
import { ATTACHMENTS_LIMIT, ATTACHMENT_LIMIT, CONTENT_ELEMENT } from './limits.js';
import { mediaTypeOf } from './media-type.js';
import { BeyondLimits, BrokenAttachment, IncompletePacket } from './packet.errors.js';
import type { PacketAttachment } from './packet.js';
import { missing, requiredPartOf, textOf } from './parts.js';
import type { XmlElement } from './xml/element.js';

/** An attachment as its packet announces it, not unpacked yet. */
interface Announced {
  readonly parts: AttachmentParts;
  readonly body: XmlElement;
  readonly name: string;
  readonly encoded: XmlElement;
  readonly file: CarriedFile;
}

/**
 * The attachments in the order of their bodies, which are what counts; the manifest adds what a body leaves out.
 *
 * None is unpacked before all of them are known to be within the limits.
 */
export const readAttachments = (root: XmlElement): readonly PacketAttachment[] =>
  withinLimit(attachmentParts(root).map(announced)).map(unpacked);

const announced = (parts: AttachmentParts): Announced => {
  const { body, reference, contentId } = parts;
  if (!body) {
    const path = `edXML/AttachmentEncoded/Attachment (${contentId})`;
    throw new IncompletePacket(path, reference?.position);
  }
  const name = nameOf(body, reference);
  const encoded = requiredPartOf(body, CONTENT_ELEMENT);
  const file = atItsPlace(name, encoded, () => CarriedFile.announcedBy(encoded, name));
  if (file.size > ATTACHMENT_LIMIT) {
    const reason = `${name}: the file is larger than 50 MiB`;
    throw new BeyondLimits('attachment-too-large', reason, encoded.position);
  }
  return { parts, body, name, encoded, file };
};

const nameOf = (body: XmlElement, reference: XmlElement | undefined): string => {
  const declared = textOf(body, 'AttachmentName') ?? textOf(reference, 'AttachmentName');
  const path = declared ?? missing(body, 'AttachmentName');
  const name = plainFileName(path);
  if (name === undefined || isUnsafePath(path)) {
    const reason = 'AttachmentName is no plain file name';
    throw new BrokenAttachment('file-name-unusable', reason, body.position);
  }
  return name;
};

const withinLimit = (attachments: readonly Announced[]): readonly Announced[] => {
  let total = 0;
  for (const { file, body } of attachments) {
    total += file.size;
    if (total > ATTACHMENTS_LIMIT) {
      const reason = 'the attachments are larger than 200 MiB together';
      throw new BeyondLimits('attachments-too-large', reason, body.position);
    }
  }
  return attachments;
};

const unpacked = ({ parts, body, name, encoded, file }: Announced): PacketAttachment => {
  const content = atItsPlace(name, encoded, () => file.content());
  return {
    contentId: parts.contentId,
    name,
    description: textOf(body, 'Description') ?? textOf(parts.reference, 'Description'),
    mediaType: mediaTypeOf(name, content),
    content,
  };
};

/** @throws {BrokenAttachment} for a fault of the content */
const atItsPlace = <T>(name: string, encoded: XmlElement, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof BrokenContent)) throw cause;
    throw new BrokenAttachment(cause.rule, `${name}: ${cause.message}`, encoded.position);
  }
};
