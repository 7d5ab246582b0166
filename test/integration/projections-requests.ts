import { type DeliveryEvent, deliveryIdOf, type RequestKind } from '@lienthong/documents';
import { type Fact, idOf, issued, type Letter } from './projections-traffic.js';

interface Update {
  /** Absent: the new version has none. */
  readonly dueOn?: string;
  readonly subject?: string;
  readonly added?: readonly string[];
  readonly reason?: string;
  readonly at?: number;
}

/** Another version of a letter. */
export const updated = (letter: Letter, revision: number, update: Update = {}): Fact => {
  const { dueOn, subject, added = [], reason = 'Sửa nội dung', at = letter.at } = update;
  const { dueOn: _dueOn, ...rest } = letter;
  const to = added.map((agency) => ({ agency, channel: 'electronic' as const }));
  const version = {
    ...rest,
    to,
    at,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(subject === undefined ? {} : { subject }),
  };
  const {
    sender: _sender,
    recipients,
    replaces: _replaces,
    ...event
  } = issued(version).event.event;
  return {
    id: idOf(letter),
    event: {
      category: 'document',
      event: {
        ...event,
        type: 'DocumentUpdated',
        revision,
        reason,
        added: recipients,
        askedBack: [],
      },
    },
  };
};

export const revoked = (letter: Letter, reason: string): Fact => ({
  id: idOf(letter),
  event: {
    category: 'document',
    event: {
      type: 'DocumentRevoked',
      inputDigest: 'd'.repeat(64),
      reason,
      packet: { digest: 'e'.repeat(64), mediaType: 'application/json' },
      signatures: [],
      personal: new Uint8Array(),
      at: letter.at,
    },
  },
});

const ofDelivery = (letter: Letter, recipient: string, event: DeliveryEvent): Fact => ({
  id: deliveryIdOf(recipient, idOf(letter)),
  event: { category: 'delivery', event },
});

const saidAt = (at: number) => ({
  description: '',
  personal: new Uint8Array(),
  timestamp: at,
  at,
});

export const takeBackRequested = (letter: Letter, recipient: string, at: number): Fact =>
  ofDelivery(letter, recipient, { type: 'TakeBackRequested', ...saidAt(at) });

export const updateRequested = (
  letter: Letter,
  recipient: string,
  revision: number,
  at: number,
): Fact => ofDelivery(letter, recipient, { type: 'UpdateRequested', revision, at });

export const answered = (
  letter: Letter,
  recipient: string,
  { request, agreed, at }: { request: RequestKind; agreed: boolean; at: number },
): Fact =>
  ofDelivery(letter, recipient, {
    type: agreed ? 'RequestAgreed' : 'RequestDeclined',
    request,
    ...saidAt(at),
  });

export const deliveryRevoked = (letter: Letter, recipient: string, at: number): Fact =>
  ofDelivery(letter, recipient, { type: 'DeliveryRevoked', at });
