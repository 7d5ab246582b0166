import { readDate, readTimestamp } from './lexical.js';
import { unlessSilent } from './meaning.js';
import type { DocumentPacket, Hop, Signer } from './packet.js';
import {
  missing,
  partOf,
  partsOf,
  requiredPartOf,
  requiredTextOf,
  textOf,
  textsOf,
} from './parts.js';
import { readAttachments } from './read-attachments.js';
import { readBusiness, readBusinessType } from './read-business.js';
import { readOrgan, readResponseFor } from './read-common.js';
import { signatureOf } from './signature.js';
import type { XmlElement } from './xml/element.js';

/** @param root the packet; `edXMLHeader` and `MessageHeader` were found in it already */
export const readDocument = (
  root: XmlElement,
  header: XmlElement,
  message: XmlElement,
): DocumentPacket => {
  const traces = partOf(header, 'TraceHeaderList');
  const business = partOf(traces, 'Bussiness');
  return {
    kind: 'document',
    businessType: readBusinessType(business),
    ...readMessage(message),
    ...readDescription(message),
    ...readOtherInfo(partOf(message, 'OtherInfo')),
    trace: partsOf(traces, 'TraceHeader').flatMap(readHop),
    business: readBusiness(business),
    attachments: readAttachments(root),
    signature: signatureOf(header),
  };
};

const readMessage = (message: XmlElement) => {
  const recipients = partsOf(message, 'To');
  if (recipients.length === 0) missing(message, 'To');
  const code = requiredPartOf(message, 'Code');
  return {
    from: readOrgan(requiredPartOf(message, 'From')),
    documentId: requiredTextOf(message, 'DocumentId'),
    code: {
      number: requiredTextOf(code, 'CodeNumber'),
      notation: requiredTextOf(code, 'CodeNotation'),
    },
    subject: requiredTextOf(message, 'Subject'),
    to: recipients.map(readOrgan),
  };
};

const readDescription = (message: XmlElement) => {
  const promulgation = partOf(message, 'PromulgationInfo');
  const type = partOf(message, 'DocumentType');
  return {
    promulgation: {
      place: textOf(promulgation, 'Place'),
      date: readDate(textOf(promulgation, 'PromulgationDate')),
    },
    documentType: {
      type: textOf(type, 'Type'),
      typeDetail: textOf(type, 'TypeDetail'),
      typeName: textOf(type, 'TypeName'),
    },
    content: textOf(message, 'Content'),
    signer: readSigner(partOf(message, 'SignerInfo')),
    dueDate: readDate(textOf(message, 'DueDate')),
    toPlaces: textsOf(message, 'ToPlaces', 'Place'),
    responseFor: partsOf(message, 'ResponseFor').flatMap(
      (response) => unlessSilent(readResponseFor(response)) ?? [],
    ),
    steeringType: textOf(message, 'SteeringType'),
  };
};

const readSigner = (signer: XmlElement | undefined): Signer | undefined =>
  unlessSilent({
    competence: textOf(signer, 'Competence'),
    position: textOf(signer, 'Position'),
    fullName: textOf(signer, 'FullName'),
  });

const readOtherInfo = (info: XmlElement | undefined) => ({
  priority: textOf(info, 'Priority'),
  sphere: textOf(info, 'SphereOfPromulgation'),
  typerNotation: textOf(info, 'TyperNotation'),
  promulgationAmount: textOf(info, 'PromulgationAmount'),
  pageAmount: textOf(info, 'PageAmount'),
  direction: textOf(info, 'Direction'),
  appendixes: textsOf(info, 'Appendixes', 'Appendix'),
});

/** Some producers write the word `null` for a system that they do not know. */
const readHop = (hop: XmlElement): Hop | [] => {
  const organId = textOf(hop, 'OrganId');
  const named = organId === 'null' ? undefined : organId;
  return unlessSilent({ organId: named, timestamp: readTimestamp(textOf(hop, 'Timestamp')) }) ?? [];
};
