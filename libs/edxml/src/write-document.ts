import { writeDate, writeTimestamp } from './lexical.js';
import { type Markup, needed } from './markup.js';
import { IncompletePacket } from './packet.errors.js';
import type { Business, DocumentPacket, Hop, Receiver, Replacement } from './packet.js';
import { attachmentLines, referenceMarkup } from './write-attachments.js';
import { organMarkup, renderPacket, responseForMarkup, staffMarkup } from './write-common.js';

/**
 * The packet in UTF-8, laid out as producers do: each attachment alone in a zip, in base64 on one line; a file
 * that is a `.zip` itself goes as it is. The same packet gives the same bytes.
 *
 * @throws {IncompletePacket} when a text that a reader needs is blank
 * @throws {UnwritablePacket} when a text, date or time cannot be written
 * @throws {BrokenAttachment} when the name of an attachment is no file name
 * @throws {BeyondLimits} when an attachment, or all together, are too large
 */
export const writeDocumentPacket = (packet: DocumentPacket): Uint8Array =>
  renderPacket(
    [
      [
        'edXMLHeader',
        [
          ['MessageHeader', messageMarkup(packet)],
          ['TraceHeaderList', [...packet.trace.map(hopMarkup), businessMarkup(packet)]],
        ],
      ],
      ['edXMLBody', [['edXMLManifest', packet.attachments.map(referenceMarkup)]]],
    ],
    attachmentLines(packet.attachments),
  );

const messageMarkup = (packet: DocumentPacket): readonly Markup[] => {
  if (packet.to.length === 0) throw new IncompletePacket('To');
  return [
    organMarkup('From', packet.from),
    ...packet.to.map((organ) => organMarkup('To', organ)),
    ['DocumentId', needed('DocumentId', packet.documentId)],
    ['Code', codeMarkup(packet)],
    ['PromulgationInfo', promulgationMarkup(packet)],
    ['DocumentType', documentTypeMarkup(packet)],
    ['Subject', needed('Subject', packet.subject)],
    ['Content', packet.content],
    ['SignerInfo', signerMarkup(packet)],
    ['DueDate', packet.dueDate && writeDate(packet.dueDate)],
    ['OtherInfo', otherInfoMarkup(packet)],
    ...packet.responseFor.map(responseForMarkup),
    ['SteeringType', packet.steeringType],
    ['ToPlaces', packet.toPlaces.map((place) => ['Place', place])],
  ];
};

const codeMarkup = ({ code }: DocumentPacket): readonly Markup[] => [
  ['CodeNumber', needed('Code/CodeNumber', code.number)],
  ['CodeNotation', needed('Code/CodeNotation', code.notation)],
];

const promulgationMarkup = ({ promulgation }: DocumentPacket): readonly Markup[] => [
  ['Place', promulgation.place],
  ['PromulgationDate', promulgation.date && writeDate(promulgation.date)],
];

const documentTypeMarkup = ({ documentType }: DocumentPacket): readonly Markup[] => [
  ['Type', documentType.type],
  ['TypeDetail', documentType.typeDetail],
  ['TypeName', documentType.typeName],
];

const signerMarkup = ({ signer = {} }: DocumentPacket): readonly Markup[] => [
  ['Competence', signer.competence],
  ['Position', signer.position],
  ['FullName', signer.fullName],
];

const otherInfoMarkup = (packet: DocumentPacket): readonly Markup[] => [
  ['Priority', packet.priority],
  ['SphereOfPromulgation', packet.sphere],
  ['TyperNotation', packet.typerNotation],
  ['PromulgationAmount', packet.promulgationAmount],
  ['PageAmount', packet.pageAmount],
  ['Direction', packet.direction],
  ['Appendixes', packet.appendixes.map((appendix) => ['Appendix', appendix])],
];

const hopMarkup = ({ organId, timestamp }: Hop): Markup => [
  'TraceHeader',
  [
    ['OrganId', organId],
    ['Timestamp', timestamp === undefined ? undefined : writeTimestamp(timestamp)],
  ],
];

const businessMarkup = ({ businessType, business }: DocumentPacket): Markup => {
  if (!business && businessType === 0) return ['Bussiness', undefined];
  const type: Markup = ['BussinessDocType', String(businessType)];
  return ['Bussiness', business ? detailsMarkup(type, business) : [type]];
};

const detailsMarkup = (type: Markup, business: Business): readonly Markup[] => [
  ['DocumentId', business.documentId],
  type,
  ['BussinessDocReason', business.reason],
  ['Paper', business.paper === undefined ? undefined : business.paper ? '1' : '0'],
  [
    'BussinessDocumentInfo',
    [
      ['DocumentInfo', business.documentInfo],
      ['DocumentReceiver', business.documentReceiver],
      ['ReceiverList', business.receivers.map(receiverMarkup)],
    ],
  ],
  ['ReplacementInfoList', business.replacements.map(replacementMarkup)],
  staffMarkup(business.staff),
];

const receiverMarkup = ({ organId, receiverType }: Receiver): Markup => [
  'Receiver',
  [
    ['OrganId', needed('Receiver/OrganId', organId)],
    ['ReceiverType', receiverType],
  ],
];

const replacementMarkup = ({ documentId, organIds }: Replacement): Markup => [
  'ReplacementInfo',
  [
    ['DocumentId', needed('ReplacementInfo/DocumentId', documentId)],
    ['OrganIdList', organIds.map((organId) => ['OrganId', organId])],
  ],
];
