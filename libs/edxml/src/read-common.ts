import { readDate } from './lexical.js';
import { unlessSilent } from './meaning.js';
import type { DocumentReference, Organ, ResponseFor, Staff } from './packet.js';
import { missing, partOf, requiredTextOf, textOf, textsByName } from './parts.js';
import type { XmlElement } from './xml/element.js';

/** In the order in which they commonly stand. */
export const ORGAN_PARTS: readonly string[] = [
  'OrganId',
  'OrganizationInCharge',
  'OrganName',
  'OrganAdd',
  'Email',
  'Telephone',
  'Fax',
  'Website',
];

const ORGAN_TEXTS = new Set(ORGAN_PARTS);

export const readOrgan = (organ: XmlElement): Organ => {
  const texts = textsByName(organ, ORGAN_TEXTS);
  const said = (name: string): string | undefined => texts.get(name);
  return {
    organId: said('OrganId') ?? missing(organ, 'OrganId'),
    inCharge: said('OrganizationInCharge'),
    name: said('OrganName'),
    address: said('OrganAdd'),
    email: said('Email'),
    telephone: said('Telephone'),
    fax: said('Fax'),
    website: said('Website'),
  };
};

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
