import { sha256 } from '@lienthong/kernel';
import { plainFileName } from './file-name.js';
import { ATTACHMENTS_LIMIT, ATTACHMENT_LIMIT } from './limits.js';
import { type Markup, needed, renderMarkup } from './markup.js';
import { extensionOf } from './media-type.js';
import { BeyondLimits, BrokenAttachment } from './packet.errors.js';
import type { PacketAttachment } from './packet.js';
import { EDXML_NAMESPACE } from './parts.js';
import { packOnly } from './zip-pack.js';

const CARRIER_TYPE = 'application/zip';
const UUID_GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/;

/** What the manifest says about an attachment. */
export const referenceMarkup = (attachment: PacketAttachment): Markup => [
  'Reference',
  [
    ['ContentId', contentIdOf(attachment)],
    ['ContentType', CARRIER_TYPE],
    ['Description', attachment.description],
    ['AttachmentName', nameOf(attachment)],
  ],
];

/** `AttachmentEncoded` with the bodies, in pieces to be joined; none without attachments. */
export const attachmentLines = (attachments: readonly PacketAttachment[]): readonly string[] => {
  if (attachments.length === 0) return [];
  refuseTooLarge(attachments);
  const bodies = attachments.flatMap(bodyLines);
  return ['  <AttachmentEncoded>\n', ...bodies, '  </AttachmentEncoded>\n'];
};

const bodyLines = (attachment: PacketAttachment): readonly string[] => {
  const facts: readonly Markup[] = [
    ['ContentId', contentIdOf(attachment)],
    ['AttachmentName', nameOf(attachment)],
    ['Description', attachment.description],
    ['ContentType', CARRIER_TYPE],
  ];
  return [
    '    <Attachment>\n',
    ...facts.map((fact) => renderMarkup(fact, 'plain', 3)),
    `      <edXML:ContentTransferEncoded xmlns:edXML="${EDXML_NAMESPACE}">`,
    carrierOf(attachment).toString('base64'),
    '</edXML:ContentTransferEncoded>\n    </Attachment>\n',
  ];
};

const carrierOf = (attachment: PacketAttachment): Buffer => {
  const { content } = attachment;
  const extension = extensionOf(nameOf(attachment));
  if (extension === 'zip' && content.length === 0)
    throw new BrokenAttachment('zip-broken', 'an empty .zip');
  if (extension === 'zip') return Buffer.from(content.buffer, content.byteOffset, content.length);
  const uuid = sha256(content).replace(UUID_GROUPS, '$1-$2-$3-$4-$5');
  return packOnly(extension === '' ? uuid : `${uuid}.${extension}`, content);
};

const contentIdOf = ({ contentId }: PacketAttachment): string =>
  `cid:${needed('Attachment/ContentId', contentId)}`;

const nameOf = ({ name }: PacketAttachment): string => {
  const plain = plainFileName(needed('Attachment/AttachmentName', name));
  if (plain === undefined)
    throw new BrokenAttachment('file-name-unusable', `no file name: ${name}`);
  return plain;
};

const refuseTooLarge = (attachments: readonly PacketAttachment[]): void => {
  const sizes = attachments.map(({ content }) => content.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (Math.max(...sizes) > ATTACHMENT_LIMIT || total > ATTACHMENTS_LIMIT) {
    const reason = 'an attachment, or all together, are too large';
    throw new BeyondLimits('attachments-too-large', reason);
  }
};
