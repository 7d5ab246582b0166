import { unlessSilent } from './meaning.js';
import { NotAnEdxmlPacket } from './packet.errors.js';
import type { Business, BusinessType, Receiver, Replacement } from './packet.js';
import { partOf, partsOf, requiredTextOf, textOf, textsOf } from './parts.js';
import { readStaff } from './read-common.js';
import type { XmlElement } from './xml/element.js';

const TYPES: ReadonlyMap<string, BusinessType> = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
]);

/** @throws {NotAnEdxmlPacket} when the type is a fifth one */
export const readBusinessType = (business: XmlElement | undefined): BusinessType => {
  const part = partOf(business, 'BussinessDocType');
  if (!part) return 0;
  const type = TYPES.get(part.text);
  if (type === undefined) {
    const reason = `${part.path} is ${part.text}, not 0 to 3`;
    throw new NotAnEdxmlPacket('business-type-unknown', reason, part.position);
  }
  return type;
};

export const readBusiness = (business: XmlElement | undefined): Business | undefined => {
  if (!business) return undefined;
  const info = partOf(business, 'BussinessDocumentInfo');
  return unlessSilent({
    documentId: textOf(business, 'DocumentId'),
    reason: textOf(business, 'BussinessDocReason'),
    paper: readPaper(textOf(business, 'Paper')),
    documentInfo: textOf(info, 'DocumentInfo'),
    documentReceiver: textOf(info, 'DocumentReceiver'),
    receivers: partsOf(partOf(info, 'ReceiverList'), 'Receiver').map(readReceiver),
    replacements: partsOf(partOf(business, 'ReplacementInfoList'), 'ReplacementInfo').map(
      readReplacement,
    ),
    staff: readStaff(business),
  });
};

const readPaper = (paper: string | undefined): boolean | undefined => {
  if (paper === '1' || paper === 'true') return true;
  return paper === '0' || paper === 'false' ? false : undefined;
};

const readReceiver = (receiver: XmlElement): Receiver => ({
  organId: requiredTextOf(receiver, 'OrganId'),
  receiverType: textOf(receiver, 'ReceiverType'),
});

const readReplacement = (replacement: XmlElement): Replacement => ({
  documentId: requiredTextOf(replacement, 'DocumentId'),
  organIds: textsOf(replacement, 'OrganIdList', 'OrganId'),
});
