import { partOf, partsOf, textOf } from '../parts.js';
import { SIGNATURE_NAMESPACE, signaturesIn } from '../signature.js';
import type { XmlElement } from '../xml/element.js';
import { type Deviation, deviation, lacking } from './deviation.js';

/** What a header leaves out although it may, and how it is signed. */
export const checkHeader = (header: XmlElement): readonly Deviation[] => {
  const message = partOf(header, 'MessageHeader');
  const isDocument = message !== undefined && textOf(message, 'StatusCode') === undefined;
  return [
    ...(isDocument ? [...checkType(message), ...checkTrace(header)] : []),
    ...signaturesIn(header).flatMap(checkSignature),
  ];
};

const checkType = (message: XmlElement): Deviation[] => {
  const type = partOf(message, 'DocumentType');
  return textOf(type, 'TypeName') === undefined
    ? [lacking('type-name-missing', type ?? message, 'TypeName')]
    : [];
};

const checkTrace = (header: XmlElement): Deviation[] => {
  const list = partOf(header, 'TraceHeaderList');
  if (!list) return [lacking('trace-missing', header, 'TraceHeaderList')];
  const hops = partsOf(list, 'TraceHeader');
  const business = partOf(list, 'Bussiness');
  return [
    ...hops
      .filter((hop) => textOf(hop, 'OrganId') === undefined)
      .map((hop) => lacking('organ-null', hop, 'OrganId')),
    ...(business ? checkBusiness(business) : [lacking('business-missing', list, 'Bussiness')]),
  ];
};

const checkBusiness = (business: XmlElement): Deviation[] => {
  const type = textOf(business, 'BussinessDocType');
  const hasReason = textOf(business, 'BussinessDocReason') !== undefined;
  const list = partOf(business, 'ReplacementInfoList');
  if ((type === '1' || type === '2') && !hasReason)
    return [lacking('reason-missing', business, 'BussinessDocReason')];
  if (type === '3' && !list)
    return [lacking('replacement-missing', business, 'ReplacementInfoList')];
  return [];
};

const SHA_1 = /sha1$/i;

const checkSignature = (signature: XmlElement): Deviation[] => {
  if (signature.isEmpty) return [];
  const weak = everyPart(signature).find((part) => SHA_1.test(part.attribute('Algorithm') ?? ''));
  const isForeign = signature.namespace !== SIGNATURE_NAMESPACE;
  return [
    ...(isForeign ? [deviation('signature-namespace', signature)] : []),
    ...(weak ? [deviation('signature-algorithm', weak, weak.attribute('Algorithm'))] : []),
  ];
};

const everyPart = (whole: XmlElement): readonly XmlElement[] =>
  whole.children.flatMap((part) => [part, ...everyPart(part)]);
