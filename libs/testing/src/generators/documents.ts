import fc from 'fast-check';
import {
  type Attachment,
  type Channel,
  type DeliveryCommand,
  type DocumentCommand,
  type DocumentHeader,
  type ParkedCommand,
  type ReceivedPacket,
  type Recipient,
  type Via,
} from '@lienthong/documents';
import {
  record,
  someBytes,
  someDay,
  someDigest,
  someId,
  someInstant,
  someSize,
  someText,
} from './values.js';

const channel: fc.Arbitrary<Channel> = fc.constantFrom('electronic', 'paper', 'both');
const via: fc.Arbitrary<Via> = fc.constantFrom('local', 'axis');

const recipient: fc.Arbitrary<Recipient> = record({
  agency: someId,
  code: fc.constantFrom('000.00.13.H39', 'H39.13'),
  channel,
  via,
});

const attachment: fc.Arbitrary<Attachment> = record({
  digest: someDigest,
  name: someText,
  mediaType: fc.constant('application/pdf'),
  size: someSize,
});

const header: fc.Arbitrary<DocumentHeader> = fc.record(
  {
    documentId: someText,
    code: someText,
    typeName: someText,
    subject: someText,
    promulgatedOn: someDay,
    dueOn: someDay,
    priority: fc.nat({ max: 4 }),
  },
  {
    requiredKeys: ['documentId', 'code', 'typeName', 'subject', 'priority'],
    noNullPrototype: true,
  },
);

const packet: fc.Arbitrary<ReceivedPacket> = record({
  digest: someDigest,
  mediaType: fc.constantFrom('application/edxml+xml', 'application/json'),
});

/** Commands to one document. */
export const documentCommand: fc.Arbitrary<DocumentCommand> = record({
  type: fc.constant('IssueDocument'),
  inputDigest: someDigest,
  sender: someId,
  header,
  recipients: fc.array(recipient, { maxLength: 3 }),
  attachments: fc.array(attachment, { maxLength: 2 }),
  packet,
  personal: someBytes,
  at: someInstant,
});

/** Commands to one delivery. */
export const deliveryCommand: fc.Arbitrary<DeliveryCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: record({
      type: fc.constant('RouteDelivery'),
      document: fc.constant('doc'),
      sender: someId,
      recipient: someId,
      via,
      channel,
      at: someInstant,
    }),
  },
  { weight: 1, arbitrary: record({ type: fc.constant('ConfirmSent'), at: someInstant }) },
  {
    weight: 4,
    arbitrary: record({
      type: fc.constant('ReportStatus'),
      code: fc.constantFrom('01', '02', '03', '04', '05', '06'),
      description: someText,
      personal: someBytes,
      timestamp: someInstant,
      at: someInstant,
    }),
  },
);

/** Commands to one parked message. */
export const parkedCommand: fc.Arbitrary<ParkedCommand> = record({
  type: fc.constant('ParkMessage'),
  source: fc.constant('axis'),
  problem: someText,
  detail: someText,
  content: packet,
  at: someInstant,
});
