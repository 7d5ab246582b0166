import { writeTimestamp } from './lexical.js';
import { type Markup, needed } from './markup.js';
import type { StatusPacket } from './packet.js';
import { organMarkup, renderPacket, responseForMarkup, staffMarkup } from './write-common.js';

/**
 * The packet in UTF-8, laid out as producers do. The same packet gives the same bytes.
 *
 * @throws {IncompletePacket} when a text that a reader needs is blank
 * @throws {UnwritablePacket} when a text or time cannot be written
 */
export const writeStatusPacket = (packet: StatusPacket): Uint8Array => {
  const { responseFor } = packet;
  needed('ResponseFor/OrganId', responseFor.organId);
  needed('ResponseFor/DocumentId', responseFor.documentId);
  const message: readonly Markup[] = [
    organMarkup('From', packet.from),
    responseForMarkup(responseFor),
    staffMarkup(packet.staff),
    ['StatusCode', needed('StatusCode', packet.statusCode)],
    ['Description', packet.description],
    ['Timestamp', writeTimestamp(packet.timestamp)],
  ];
  return renderPacket([['edXMLHeader', [['MessageHeader', message]]]], []);
};
