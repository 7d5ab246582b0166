import { ATTACHMENTS_LIMIT, ATTACHMENT_LIMIT } from './limits.js';
import { plainFileName } from './file-name.js';
import { extensionOf, isZipDocument, mediaTypeOf } from './media-type.js';
import { BrokenAttachment, IncompletePacket } from './packet.errors.js';
import type { PacketAttachment } from './packet.js';
import { missing, partOf, partsOf, requiredPartOf, requiredTextOf, textOf } from './parts.js';
import type { XmlElement } from './xml/element.js';
import { BrokenContent, countFiles, isZip, unpackOnly } from './zip.js';

const TOO_LARGE = 'the file is larger than 50 MiB';
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** A zip of a file that cannot be compressed is a little larger than the file. */
const ZIP_OVERHEAD = 64 * 1024;
const BASE64_LIMIT = (4 / 3) * (ATTACHMENT_LIMIT + ZIP_OVERHEAD);

/** The attachments in the order of their bodies, which are what counts; the manifest adds what a body leaves out. */
export const readAttachments = (root: XmlElement): readonly PacketAttachment[] => {
  const envelope = partOf(root, 'edXMLEnvelope');
  const body = partOf(envelope, 'edXMLBody');
  const manifest = readManifest(partOf(body, 'edXMLManifest'));
  const bodies = [root, envelope, body].flatMap((place) =>
    partsOf(partOf(place, 'AttachmentEncoded'), 'Attachment'),
  );
  refuseUnfulfilled(manifest, bodies);
  return withinLimit(bodies, (attachment) =>
    readAttachment(attachment, manifest.get(contentIdOf(attachment))),
  );
};

const readManifest = (manifest: XmlElement | undefined): ReadonlyMap<string, XmlElement> =>
  new Map(
    partsOf(manifest, 'Reference').flatMap((reference) => {
      const contentId = textOf(reference, 'ContentId');
      return contentId === undefined ? [] : [[bare(contentId), reference] as const];
    }),
  );

const contentIdOf = (attachment: XmlElement): string =>
  bare(requiredTextOf(attachment, 'ContentId'));

const bare = (contentId: string): string => contentId.replace(/^cid:/i, '');

const refuseUnfulfilled = (
  manifest: ReadonlyMap<string, XmlElement>,
  bodies: readonly XmlElement[],
): void => {
  const present = new Set(bodies.map(contentIdOf));
  for (const [contentId, reference] of manifest) {
    if (present.has(contentId)) continue;
    throw new IncompletePacket(
      `edXML/AttachmentEncoded/Attachment (${contentId})`,
      reference.position,
    );
  }
};

const withinLimit = (
  bodies: readonly XmlElement[],
  read: (body: XmlElement) => PacketAttachment,
): readonly PacketAttachment[] => {
  let total = 0;
  return bodies.map((body) => {
    const attachment = read(body);
    total += attachment.content.length;
    if (total > ATTACHMENTS_LIMIT) {
      throw new BrokenAttachment('the attachments are too large together', body.position);
    }
    return attachment;
  });
};

const readAttachment = (
  attachment: XmlElement,
  reference: XmlElement | undefined,
): PacketAttachment => {
  const declared = textOf(attachment, 'AttachmentName') ?? textOf(reference, 'AttachmentName');
  const name = plainFileName(declared ?? missing(attachment, 'AttachmentName'));
  if (name === undefined) {
    throw new BrokenAttachment('AttachmentName is no file name', attachment.position);
  }
  const encoded = requiredPartOf(attachment, 'ContentTransferEncoded');
  const content = trueContent(encoded, name);
  return {
    contentId: contentIdOf(attachment),
    name,
    description: textOf(attachment, 'Description') ?? textOf(reference, 'Description'),
    mediaType: mediaTypeOf(name, content),
    content,
  };
};

/** Some producers zip, some do not, and what they declare tells nothing about it. */
const trueContent = (encoded: XmlElement, name: string): Uint8Array => {
  try {
    const carried = decodeBase64(encoded);
    const content = isCarrier(carried, name) ? unpackOnly(carried) : carried;
    if (content.length > ATTACHMENT_LIMIT) throw new BrokenContent(TOO_LARGE);
    return content;
  } catch (cause) {
    if (!(cause instanceof BrokenContent)) throw cause;
    throw new BrokenAttachment(`${name}: ${cause.message}`, encoded.position);
  }
};

const isCarrier = (carried: Uint8Array, name: string): boolean => {
  if (!isZip(carried) || extensionOf(name) === 'zip') return false;
  return !(isZipDocument(name) && countFiles(carried) !== 1);
};

const decodeBase64 = (encoded: XmlElement): Uint8Array => {
  const text = encoded.text.replace(/[ \t\n]+/g, '');
  if (text.length > BASE64_LIMIT) throw new BrokenContent(TOO_LARGE);
  if (text.length % 4 !== 0 || !BASE64.test(text)) throw new BrokenContent('broken base64');
  const bytes = Buffer.from(text, 'base64');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
};
