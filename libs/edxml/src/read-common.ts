import { readDate } from './lexical.js';
import { unlessSilent } from './meaning.js';
import type { DocumentReference, Organ, ResponseFor, Staff } from './packet.js';
import { partOf, requiredTextOf, textOf } from './parts.js';
import type { XmlElement } from './xml/element.js';

export const readOrgan = (organ: XmlElement): Organ => ({
  organId: requiredTextOf(organ, 'OrganId'),
  inCharge: textOf(organ, 'OrganizationInCharge'),
  name: textOf(organ, 'OrganName'),
  address: textOf(organ, 'OrganAdd'),
  email: textOf(organ, 'Email'),
  telephone: textOf(organ, 'Telephone'),
  fax: textOf(organ, 'Fax'),
  website: textOf(organ, 'Website'),
});

export const readStaff = (whole: XmlElement): Staff | undefined => {
  const staff = partOf(whole, 'StaffInfo');
  return unlessSilent({
    department: textOf(staff, 'Department'),
    staff: textOf(staff, 'Staff'),
    mobile: textOf(staff, 'Mobile'),
    email: textOf(staff, 'Email'),
  });
};

export const readResponseFor = (response: XmlElement): ResponseFor => ({
  organId: textOf(response, 'OrganId'),
  code: textOf(response, 'Code'),
  promulgationDate: readDate(textOf(response, 'PromulgationDate')),
  documentId: textOf(response, 'DocumentId'),
});

export const readDocumentReference = (response: XmlElement): DocumentReference => ({
  ...readResponseFor(response),
  organId: requiredTextOf(response, 'OrganId'),
  documentId: requiredTextOf(response, 'DocumentId'),
});
