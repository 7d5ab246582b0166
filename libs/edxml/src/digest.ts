import { canonicalJson, sha256 } from '@lienthong/kernel';
import { plainFileName } from './file-name.js';
import { meaningOf } from './meaning.js';
import type { DocumentPacket, PacketAttachment } from './packet.js';

/**
 * SHA-256, in hexadecimal, of what a document says: the same for packets that mean the same.
 *
 * Left out: hops, the packet's own signature, and how attachments were packed, called inside and described. Without order: recipients and
 * attachments. Stored with documents for ever, so its rules never change.
 */
export const canonicalPacketDigest = (packet: DocumentPacket): string => {
  const { trace, signature, attachments, to, ...rest } = packet;
  const said = {
    ...rest,
    to: withoutOrder(to),
    attachments: withoutOrder(attachments.map(identityOf)),
  };
  return sha256(canonicalJson(meaningOf(said) ?? null));
};

const identityOf = ({ name, content }: PacketAttachment) => ({
  name: plainFileName(name),
  sha256: sha256(content),
});

const withoutOrder = (items: readonly unknown[]): readonly string[] =>
  items.map((item) => canonicalJson(meaningOf(item) ?? null)).sort();
