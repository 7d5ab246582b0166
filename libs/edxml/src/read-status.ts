import { readTimestamp } from './lexical.js';
import type { StatusPacket } from './packet.js';
import { missing, requiredPartOf, requiredTextOf, textOf } from './parts.js';
import { readDocumentReference, readOrgan, readStaff } from './read-common.js';
import type { XmlElement } from './xml/element.js';

export const readStatus = (header: XmlElement): StatusPacket => ({
  kind: 'status',
  from: readOrgan(requiredPartOf(header, 'From')),
  responseFor: readDocumentReference(requiredPartOf(header, 'ResponseFor')),
  staff: readStaff(header),
  statusCode: requiredTextOf(header, 'StatusCode'),
  description: textOf(header, 'Description'),
  timestamp: readTimestamp(textOf(header, 'Timestamp')) ?? missing(header, 'Timestamp'),
});
