import { NotAnEdxmlPacket } from './packet.errors.js';
import type { Packet } from './packet.js';
import { isEdxml, requiredPartOf, textOf } from './parts.js';
import { readDocument } from './read-document.js';
import { readStatus } from './read-status.js';
import type { XmlElement } from './xml/element.js';
import { parseXml } from './xml/parse.js';

/** Of the predecessor; it travelled in SOAP 1.1. Nothing public says how it is built inside. */
const PREDECESSOR_NAMESPACE = 'http://www.e-doc.vn/Schema/';
const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * Reads a packet by its meaning: any prefix, any order, zipped or raw attachments.
 *
 * @throws {PacketRefusal} of the kind that says what is wrong, with line and column
 */
export const readPacket = (bytes: Uint8Array): Packet => {
  const root = parseXml(bytes);
  if (!isEdxml(root, 'edXML')) refuseOther(root);
  const header = requiredPartOf(requiredPartOf(root, 'edXMLEnvelope'), 'edXMLHeader');
  const message = requiredPartOf(header, 'MessageHeader');
  return textOf(message, 'StatusCode') === undefined
    ? readDocument(root, header, message)
    : readStatus(message);
};

const refuseOther = (root: XmlElement): never => {
  if (root.namespace === PREDECESSOR_NAMESPACE || root.namespace === SOAP_NAMESPACE) {
    const reason = 'a packet of the predecessor (2803/BTTTT-THH), which is SOAP with attachments';
    throw new NotAnEdxmlPacket('predecessor-2803', reason, root.position);
  }
  const reason = `the root is ${root.name} in the namespace "${root.namespace}"`;
  throw new NotAnEdxmlPacket('not-edxml', reason, root.position);
};
