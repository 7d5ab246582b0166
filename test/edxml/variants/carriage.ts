import { type Seeded } from '@lienthong/connector';
import { onlyEntry } from '../lenient-consumer.js';
import { zipOf } from '../zips.js';
import { type Quirk } from './quirks.js';
import { type Tree, element, named, partCalled, withParts, without } from './tree.js';

const CONTENT = 'ContentTransferEncoded';
const CARRIER_TYPES = ['application/zip', 'application/pdf', 'application/octet-stream', ''];
const ENTRY_ENDINGS = ['.pdf', '.edxml', '.doc', ''];

const textIn = (tree: Tree | undefined, name: string): string => partCalled(tree, name)?.text ?? '';

/** The file that an `Attachment` carries. */
const fileIn = (attachment: Tree): Buffer => {
  const bytes = Buffer.from(textIn(attachment, CONTENT), 'base64');
  return bytes.toString('latin1', 0, 2) === 'PK' ? onlyEntry(bytes) : bytes;
};

const carried = (file: Buffer, chance: Seeded): Buffer => {
  const name = `${String(chance.between(1e7, 1e8))}-4f2e-b517${chance.pick(ENTRY_ENDINGS)}`;
  const method = chance.pick([0, 8]);
  return chance.chance(0.4) ? file : zipOf({ name, content: file, method });
};

const repacked = (attachment: Tree, chance: Seeded): Tree => {
  const content = carried(fileIn(attachment), chance).toString('base64');
  return named(attachment, [CONTENT], (one) => ({ ...one, text: content }));
};

const spelledId = (one: Tree, chance: Seeded): Tree => {
  const bare = one.text.replace(/^cid:/i, '');
  return { ...one, text: chance.pick([bare, `cid:${bare}`, `CID:${bare}`]) };
};

/** Ways to lay attachments out, each with all that is needed to read them. */
const LAYOUTS: readonly ((packet: Tree) => Tree)[] = [
  (packet) => named(packet, ['edXMLManifest'], () => []),
  (packet) => named(packet, ['edXMLBody'], () => []),
  (packet) => named(packet, ['Attachment'], (one) => without(one, 'AttachmentName', 'Description')),
  (packet) => named(packet, ['Attachment'], (one) => without(one, 'ContentType')),
  (packet) => named(packet, ['Reference', 'Attachment'], (one) => without(one, 'ContentId')),
  (packet) => moved(packet, 'edXMLBody', (list) => [list]),
  (packet) => moved(packet, 'edXMLEnvelope', (list) => [list]),
  (packet) => moved(packet, 'edXMLBody', (list) => list.parts),
  (packet) => moved(packet, 'edXMLEnvelope', (list) => list.parts),
  (packet) => ({
    ...packet,
    parts: packet.parts.flatMap((part) => (part.name === 'AttachmentEncoded' ? part.parts : part)),
  }),
  (packet) => {
    const [body] = partCalled(packet, 'AttachmentEncoded')?.parts ?? [];
    const content = element(CONTENT, textIn(body, CONTENT));
    return without(
      named(packet, ['Reference'], (one) => withParts(one, content)),
      'AttachmentEncoded',
    );
  },
];

/** With what stands beside the envelope inside of it. */
const moved = (packet: Tree, into: string, what: (list: Tree) => readonly Tree[]): Tree => {
  const list = partCalled(packet, 'AttachmentEncoded');
  if (list === undefined) return packet;
  return named(without(packet, 'AttachmentEncoded'), [into], (one) =>
    withParts(one, ...what(list)),
  );
};

const hasAttachment = (packet: Tree): boolean =>
  partCalled(packet, 'AttachmentEncoded') !== undefined;

/** Of how attachments travel. The layout comes last: the others look for them where they belong. */
export const carriageQuirks: readonly Quirk[] = [
  {
    what: 'another packing',
    apply: (packet, chance) => named(packet, ['Attachment'], (one) => repacked(one, chance)),
  },
  {
    what: 'another declared type',
    apply: (packet, chance) =>
      named(packet, ['ContentType'], (one) => ({ ...one, text: chance.pick(CARRIER_TYPES) })),
  },
  {
    what: 'another form of content ids',
    apply: (packet, chance) => named(packet, ['ContentId'], (one) => spelledId(one, chance)),
  },
  {
    what: 'another layout of attachments',
    apply: (packet, chance) => (hasAttachment(packet) ? chance.pick(LAYOUTS)(packet) : packet),
  },
];
