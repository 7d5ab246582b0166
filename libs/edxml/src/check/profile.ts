import { ORGAN_PARTS } from '../read-common.js';
import type { XmlElement } from '../xml/element.js';

/**
 * The parts of an element in the order in which they stand, by its name, where it matters behind that of what holds it.
 * Elements that are not named hold a text.
 */
export const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['edXML', ['edXMLEnvelope', 'AttachmentEncoded']],
  ['edXMLEnvelope', ['edXMLHeader', 'edXMLBody']],
  ['edXMLHeader', ['MessageHeader', 'TraceHeaderList', 'Signature']],
  [
    'MessageHeader',
    [
      'From',
      'To',
      'DocumentId',
      'Code',
      'PromulgationInfo',
      'DocumentType',
      'Subject',
      'Content',
      'SignerInfo',
      'DueDate',
      'OtherInfo',
      'ResponseFor',
      'SteeringType',
      'ToPlaces',
    ],
  ],
  ['From', ORGAN_PARTS],
  ['To', ORGAN_PARTS],
  ['MessageHeader/Code', ['CodeNumber', 'CodeNotation']],
  ['PromulgationInfo', ['Place', 'PromulgationDate']],
  ['DocumentType', ['Type', 'TypeDetail', 'TypeName']],
  ['SignerInfo', ['Competence', 'Position', 'FullName']],
  [
    'OtherInfo',
    [
      'Priority',
      'SphereOfPromulgation',
      'TyperNotation',
      'PromulgationAmount',
      'PageAmount',
      'Direction',
      'Appendixes',
    ],
  ],
  ['Appendixes', ['Appendix']],
  ['ResponseFor', ['OrganId', 'Code', 'PromulgationDate', 'DocumentId']],
  ['ToPlaces', ['Place']],
  ['TraceHeaderList', ['TraceHeader', 'Bussiness']],
  ['TraceHeader', ['OrganId', 'Timestamp']],
  [
    'Bussiness',
    [
      'DocumentId',
      'BussinessDocType',
      'BussinessDocReason',
      'Paper',
      'BussinessDocumentInfo',
      'ReplacementInfoList',
      'StaffInfo',
    ],
  ],
  ['BussinessDocumentInfo', ['DocumentInfo', 'DocumentReceiver', 'ReceiverList']],
  ['ReceiverList', ['Receiver']],
  ['Receiver', ['OrganId', 'ReceiverType']],
  ['ReplacementInfoList', ['ReplacementInfo']],
  ['ReplacementInfo', ['DocumentId', 'OrganIdList']],
  ['OrganIdList', ['OrganId']],
  ['StaffInfo', ['Department', 'Staff', 'Mobile', 'Email']],
  ['edXMLBody', ['edXMLManifest']],
  ['edXMLManifest', ['Reference']],
  ['Reference', ['ContentId', 'ContentType', 'Description', 'AttachmentName']],
  ['AttachmentEncoded', ['Attachment']],
  [
    'Attachment',
    ['ContentId', 'AttachmentName', 'Description', 'ContentType', 'ContentTransferEncoded'],
  ],
]);

/** What a table of the profile says of an element. */
export const ruling = <Value>(
  table: ReadonlyMap<string, Value>,
  { name, parent }: XmlElement,
): Value | undefined => table.get(`${parent?.name ?? ''}/${name}`) ?? table.get(name);

/** Of the header of a status. */
export const STATUS_PARTS: readonly string[] = [
  'From',
  'ResponseFor',
  'StaffInfo',
  'StatusCode',
  'Description',
  'Timestamp',
];

/** Parts without which an element has no meaning: a packet that lacks one is refused. */
export const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['edXML', ['edXMLEnvelope']],
  ['edXMLEnvelope', ['edXMLHeader']],
  ['edXMLHeader', ['MessageHeader']],
  ['MessageHeader', ['From', 'To', 'DocumentId', 'Code', 'Subject']],
  ['From', ['OrganId']],
  ['To', ['OrganId']],
  ['MessageHeader/Code', ['CodeNumber', 'CodeNotation']],
  ['Receiver', ['OrganId']],
  ['ReplacementInfo', ['DocumentId']],
]);

export const STATUS_NEEDED: readonly string[] = ['From', 'ResponseFor', 'Timestamp'];

/** Bodies of attachments may stand elsewhere, which is another matter. */
export const CARRIERS: readonly string[] = [
  'AttachmentEncoded',
  'Attachment',
  'ContentTransferEncoded',
];
