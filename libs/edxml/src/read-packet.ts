import { NotAnEdxmlPacket } from './packet.errors.js';
import type { Packet } from './packet.js';
import { isEdxml, requiredPartOf, textOf } from './parts.js';
import { readDocument } from './read-document.js';
import { readStatus } from './read-status.js';
import { parseXml } from './xml/parse.js';

/**
 * Reads a packet by its meaning: any prefix, any order, zipped or raw attachments.
 *
 * @throws {PacketRefusal} of the kind that says what is wrong, with line and column
 */
export const readPacket = (bytes: Uint8Array): Packet => {
  const root = parseXml(bytes);
  if (!isEdxml(root, 'edXML')) {
    throw new NotAnEdxmlPacket(
      `the root is ${root.name} in the namespace "${root.namespace}"`,
      root.position,
    );
  }
  const header = requiredPartOf(requiredPartOf(root, 'edXMLEnvelope'), 'edXMLHeader');
  const message = requiredPartOf(header, 'MessageHeader');
  return textOf(message, 'StatusCode') === undefined
    ? readDocument(root, header, message)
    : readStatus(message);
};
