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
  type Signature,
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

const signature: fc.Arbitrary<Signature> = record({
  holder: fc.constantFrom('organisation', 'person'),
  outcome: fc.constantFrom('verified', 'invalid', 'unknown-issuer', 'expired'),
  serial: fc.constantFrom('0a', '1f2e3d'),
});

const version = {
  inputDigest: someDigest,
  header,
  attachments: fc.array(attachment, { maxLength: 2 }),
  packet,
  signatures: fc.array(signature, { maxLength: 2 }),
  personal: someBytes,
  at: someInstant,
};

/** Commands to one document. */
export const documentCommand: fc.Arbitrary<DocumentCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: record({
      type: fc.constant('IssueDocument'),
      ...version,
      sender: someId,
      recipients: fc.array(recipient, { maxLength: 3 }),
      replaces: fc.array(record({ document: someId, headerDocumentId: someText }), {
        maxLength: 1,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: record({
      type: fc.constant('UpdateDocument'),
      ...version,
      reason: someText,
      added: fc.array(recipient, { maxLength: 2 }),
      askedBack: fc.array(someId, { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      type: fc.constant('RevokeDocument'),
      inputDigest: someDigest,
      reason: someText,
      packet,
      signatures: version.signatures,
      personal: someBytes,
      at: someInstant,
    }),
  },
  {
    weight: 1,
    arbitrary: record({ type: fc.constant('MarkReplaced'), by: someId, at: someInstant }),
  },
);

const parties = { document: fc.constant('doc'), sender: someId, recipient: someId };

const said = {
  description: someText,
  personal: someBytes,
  timestamp: someInstant,
  at: someInstant,
};

/** Commands to one delivery. */
export const deliveryCommand: fc.Arbitrary<DeliveryCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: record({
      type: fc.constant('RouteDelivery'),
      ...parties,
      via,
      channel,
      revision: fc.integer({ min: 1, max: 3 }),
      at: someInstant,
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      type: fc.constant('RerouteDelivery'),
      ...parties,
      successor: someId,
      source: someText,
      at: someInstant,
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      type: fc.constant('ParkDelivery'),
      ...parties,
      problem: fc.constantFrom('successor-unknown', 'successor-ambiguous'),
      at: someInstant,
    }),
  },
  { weight: 3, arbitrary: record({ type: fc.constant('ConfirmSent'), at: someInstant }) },
  {
    weight: 12,
    arbitrary: record({
      type: fc.constant('ReportStatus'),
      code: fc.constantFrom('01', '02', '03', '04', '05', '06'),
      ...said,
    }),
  },
  { weight: 4, arbitrary: record({ type: fc.constant('RequestTakeBack'), ...said }) },
  {
    weight: 4,
    arbitrary: record({
      type: fc.constant('OfferUpdate'),
      revision: fc.integer({ min: 2, max: 5 }),
      at: someInstant,
    }),
  },
  {
    weight: 12,
    arbitrary: record({ type: fc.constant('AnswerRequest'), agreed: fc.boolean(), ...said }),
  },
  { weight: 3, arbitrary: record({ type: fc.constant('RevokeDelivery'), at: someInstant }) },
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
