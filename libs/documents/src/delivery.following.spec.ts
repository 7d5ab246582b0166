import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@lienthong/kernel';
import { specify } from '@lienthong/testing';
import { delivery } from './delivery.js';
import { AnswerWithoutTime, SaidTooEarly } from './delivery.errors.js';
import { type AnswerRequest, type DeliveryEvent } from './delivery.messages.js';
import { type Via } from './document.js';

const given = specify(delivery);

const at = instant('2020-03-03T07:30:00+07:00');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const routed = (via: Via = 'local'): DeliveryEvent => ({
  type: 'DeliveryRouted',
  ...{ document: 'doc', sender: 'vpubnd', recipient: 'so-tttt', at },
  ...{ via, channel: 'electronic', revision: 1 },
});
const offered = (revision: number): DeliveryEvent => ({ type: 'UpdateRequested', revision, at });
const missed = (revision: number): DeliveryEvent => ({ type: 'UpdateMissed', revision, at });

const words = { description: '', personal: new Uint8Array() };

const answer = (minutes?: number): AnswerRequest => ({
  type: 'AnswerRequest',
  agreed: true,
  ...words,
  ...(minutes === undefined ? {} : { timestamp: at + minutes * MINUTE_MS }),
  at: at + (minutes ?? 0) * MINUTE_MS,
});
const agreed = (minutes = 0): DeliveryEvent => ({
  type: 'RequestAgreed',
  request: 'update',
  ...words,
  timestamp: at + minutes * MINUTE_MS,
  at: at + minutes * MINUTE_MS,
});
const askedAgain = (revision: number, minutes = 0): DeliveryEvent => ({
  type: 'UpdateRequested',
  revision,
  at: at + minutes * MINUTE_MS,
});

const quick = [offered(2), missed(3)];

describe('an answer to an update that was followed by another', () => {
  it('needs its time from then on: a repetition would agree to what nobody has seen', () => {
    given(routed(), ...quick)
      .when(answer())
      .then(agreed(), askedAgain(3));
    given(routed(), ...quick, agreed(), askedAgain(3))
      .when(answer())
      .thenRefused(AnswerWithoutTime);
    given(routed(), ...quick, agreed(), askedAgain(3))
      .when(answer(5))
      .then(agreed(5));
  });

  it('needs none where the question was asked by itself', () => {
    given(routed(), offered(2), agreed(), offered(3)).when(answer()).then(agreed());
  });

  it('is to one of them over the axis as well, where each is answered by itself', () => {
    const first = [routed('axis'), ...quick, agreed(5), askedAgain(3, 5)];
    given(...first)
      .when(answer(6))
      .then(agreed(6));
    const after = fold(delivery, [...first, agreed(6)]);
    expect(after).toMatchObject({ revision: 3, offered: 3 });
    expect(after).not.toHaveProperty('request');
  });
});

describe('what is said without a time', () => {
  it('is never too early, wherever the clock stands', () => {
    const early = { type: 'ReportStatus', code: '03', ...words, at: at - DAY_MS } as const;
    given(routed())
      .when(early)
      .then(
        { type: 'DeliverySent', at },
        { ...early, type: 'StatusReported', timestamp: at - DAY_MS },
      );
    given(routed())
      .when({ ...early, timestamp: at - DAY_MS })
      .thenRefused(SaidTooEarly);
  });
});
