import { writeDate } from './lexical.js';
import { type Markup, needed, renderMarkup } from './markup.js';
import type { Organ, ResponseFor, Staff } from './packet.js';
import { EDXML_NAMESPACE } from './parts.js';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${EDXML_NAMESPACE}">\n`;
const FOOT = '</edXML>\n';

/** A whole packet; `behind` is what stands behind the envelope. */
export const renderPacket = (
  envelope: readonly Markup[],
  behind: readonly string[],
): Uint8Array => {
  const rendered = renderMarkup(['edXMLEnvelope', envelope], 'prefixed', 1);
  const bytes = Buffer.concat([HEAD, rendered, ...behind, FOOT].map((part) => Buffer.from(part)));
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
};

export const organMarkup = (element: 'From' | 'To', organ: Organ): Markup => [
  element,
  [
    ['OrganId', needed(`${element}/OrganId`, organ.organId)],
    ['OrganizationInCharge', organ.inCharge],
    ['OrganName', organ.name],
    ['OrganAdd', organ.address],
    ['Email', organ.email],
    ['Telephone', organ.telephone],
    ['Fax', organ.fax],
    ['Website', organ.website],
  ],
];

export const responseForMarkup = (response: ResponseFor): Markup => [
  'ResponseFor',
  [
    ['OrganId', response.organId],
    ['Code', response.code],
    ['PromulgationDate', response.promulgationDate && writeDate(response.promulgationDate)],
    ['DocumentId', response.documentId],
  ],
];

export const staffMarkup = (staff: Staff = {}): Markup => [
  'StaffInfo',
  [
    ['Department', staff.department],
    ['Staff', staff.staff],
    ['Mobile', staff.mobile],
    ['Email', staff.email],
  ],
];
