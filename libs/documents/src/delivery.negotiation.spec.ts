import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@lienthong/kernel';
import { specify } from '@lienthong/testing';
import { delivery } from './delivery.js';
import {
  DeliveryUnknown,
  NoOpenRequest,
  NotADelivery,
  RequestOpen,
  SaidTooEarly,
  TooLate,
} from './delivery.errors.js';
import { type DeliveryEvent } from './delivery.messages.js';
import { type StatusCode } from './status.js';

const given = specify(delivery);

const at = instant('2020-03-02T07:30:00+07:00');
const parties = { document: 'doc', sender: 'vpubnd', recipient: 'so-tttt', at };

const routed: DeliveryEvent = {
  type: 'DeliveryRouted',
  ...parties,
  via: 'local',
  channel: 'electronic',
  revision: 1,
};
const sent: DeliveryEvent = { type: 'DeliverySent', at };
const onPaper: DeliveryEvent = { type: 'PaperDispatched', ...parties };
const parked: DeliveryEvent = {
  type: 'DeliveryParked',
  ...parties,
  problem: 'successor-ambiguous',
};
const rerouted: DeliveryEvent = {
  type: 'DeliveryRerouted',
  ...parties,
  successor: 'so-khcn',
  source: '',
};

const said = (minutes: number) => ({
  description: 'vì thế',
  personal: new Uint8Array([7]),
  timestamp: at + minutes * 60_000,
  at: at + minutes * 60_000,
});

const reported = (code: StatusCode): DeliveryEvent => ({
  type: 'StatusReported',
  code,
  ...said(1),
});

const askBack = (minutes = 2) => ({ type: 'RequestTakeBack', ...said(minutes) }) as const;
const askedBack = (minutes = 2): DeliveryEvent => ({
  type: 'TakeBackRequested',
  ...said(minutes),
});

const answer = (agreed: boolean, minutes = 3) =>
  ({ type: 'AnswerRequest', agreed, ...said(minutes) }) as const;
const agreed = (request: 'take-back' | 'update', minutes = 3): DeliveryEvent => ({
  type: 'RequestAgreed',
  request,
  ...said(minutes),
});
const declined = (request: 'take-back' | 'update', minutes = 3): DeliveryEvent => ({
  type: 'RequestDeclined',
  request,
  ...said(minutes),
});

const offer = (revision: number) => ({ type: 'OfferUpdate', revision, at }) as const;
const offered = (revision: number): DeliveryEvent => ({ type: 'UpdateRequested', revision, at });
const missed = (revision: number): DeliveryEvent => ({ type: 'UpdateMissed', revision, at });

describe('a document that is asked back', () => {
  it('is asked for at every step before the end', () => {
    for (const way of [[routed], [routed, sent], [routed, sent, reported('05')]]) {
      given(...way)
        .when(askBack())
        .then(askedBack());
    }
  });

  it('is asked for once, whatever became of that', () => {
    given(routed, sent, askedBack()).when(askBack()).thenNothing();
    given(routed, sent, askedBack(), declined('take-back')).when(askBack()).thenNothing();
    given(routed, sent, askedBack(), agreed('take-back')).when(askBack()).thenNothing();
  });

  it('without a time of its own is asked for once while that is open', () => {
    const { timestamp: _timestamp, ...untimed } = askBack(9);
    given(routed, sent, askedBack()).when(untimed).thenNothing();
    given(routed, sent, askedBack(), declined('take-back')).when(untimed).then(askedBack(9));
  });

  it('waits for an answer before it is asked for another time', () => {
    given(routed, sent, askedBack()).when(askBack(5)).thenRefused(RequestOpen);
    given(routed, sent, offered(2)).when(askBack()).thenRefused(RequestOpen);
    given(routed, sent, askedBack(), declined('take-back')).when(askBack(5)).then(askedBack(5));
  });

  it.each<[string, readonly DeliveryEvent[]]>([
    ['was refused', [reported('02')]],
    ['was completed', [reported('06')]],
    ['was given back', [askedBack(), agreed('take-back')]],
    ['was revoked', [{ type: 'DeliveryRevoked', at }]],
  ])('is asked for too late when it %s', (_what, end) => {
    given(routed, sent, ...end)
      .when(askBack(9))
      .thenRefused(TooLate);
  });

  it('has to have come', () => {
    given().when(askBack()).thenRefused(DeliveryUnknown);
    given(rerouted).when(askBack()).thenRefused(DeliveryUnknown);
    given(parked).when(askBack()).thenRefused(DeliveryUnknown);
    given(onPaper).when(askBack()).thenRefused(NotADelivery);
  });

  it('ends where the recipient agrees, and stays where it does not', () => {
    const asked = [routed, sent, reported('03'), askedBack()];
    given(...asked)
      .when(answer(true))
      .then(agreed('take-back'));
    given(...asked)
      .when(answer(false))
      .then(declined('take-back'));
    expect(fold(delivery, [...asked, agreed('take-back')]).status).toBe('taken-back');
    expect(fold(delivery, [...asked, declined('take-back')]).status).toBe('received');
  });
});

describe('a new version', () => {
  it('is offered to whoever has the document, once', () => {
    given(routed, sent).when(offer(2)).then(offered(2));
    given(routed, sent, offered(2)).when(offer(2)).thenNothing();
    given(routed, sent, offered(2), declined('update')).when(offer(2)).thenNothing();
    given(routed, sent, offered(2), agreed('update')).when(offer(3)).then(offered(3));
  });

  it('is missed where nothing can be asked', () => {
    given(routed, sent, reported('06')).when(offer(2)).then(missed(2));
    given(routed, sent, reported('06'), missed(2)).when(offer(2)).thenNothing();
    given(routed, sent, askedBack()).when(offer(2)).then(missed(2));
  });

  it('is offered once what was open is answered, the newest of several alone', () => {
    const asked = [routed, sent, offered(2), missed(3), missed(4)];
    given(...asked)
      .when(answer(true))
      .then(agreed('update'), { ...offered(4), at: at + 3 * 60_000 });
    given(...asked)
      .when(answer(false))
      .then(declined('update'), { ...offered(4), at: at + 3 * 60_000 });
    given(...asked, declined('update'), offered(4))
      .when(answer(false))
      .thenNothing();
    given(...asked, agreed('update'), offered(4))
      .when(answer(true, 5))
      .then(agreed('update', 5));
    expect(fold(delivery, [...asked, agreed('update'), offered(4)])).toMatchObject({
      revision: 2,
      offered: 4,
      request: { kind: 'update', revision: 4 },
    });
  });

  it('is offered to a recipient that keeps the document, and not to one that gives it back', () => {
    const asked = [routed, sent, askedBack(), missed(2)];
    given(...asked)
      .when(answer(false))
      .then(declined('take-back'), { ...offered(2), at: at + 3 * 60_000 });
    given(...asked)
      .when(answer(true))
      .then(agreed('take-back'));
  });

  it('that was declined is not offered again after another question', () => {
    given(routed, sent, offered(2), declined('update'), askedBack(5))
      .when(answer(false, 6))
      .then(declined('take-back', 6));
  });

  it('is nothing to those who get paper, or no document', () => {
    given(onPaper).when(offer(2)).thenNothing();
    given(rerouted).when(offer(2)).thenNothing();
    given(parked).when(offer(2)).thenNothing();
    given().when(offer(2)).thenRefused(DeliveryUnknown);
  });

  it('is the recipient’s from its consent on, and its progress stays', () => {
    const asked = [routed, sent, reported('04'), offered(2)];
    expect(fold(delivery, asked)).toMatchObject({ status: 'assigned', revision: 1 });
    expect(fold(delivery, [...asked, agreed('update')])).toMatchObject({
      status: 'assigned',
      revision: 2,
    });
    expect(fold(delivery, [...asked, declined('update')])).toMatchObject({
      status: 'assigned',
      revision: 1,
    });
  });
});

describe('an answer', () => {
  it('is given once', () => {
    given(routed, sent, askedBack(), declined('take-back')).when(answer(false)).thenNothing();
    const { timestamp: _timestamp, ...untimed } = answer(false, 9);
    given(routed, sent, askedBack(), declined('take-back')).when(untimed).thenNothing();
  });

  it('without a time of its own answers what is open', () => {
    const { timestamp: _timestamp, ...untimed } = answer(true, 9);
    given(routed, sent, offered(2), agreed('update'), askedBack(5))
      .when(untimed)
      .then(agreed('take-back', 9));
  });

  it('needs a question', () => {
    given(routed, sent).when(answer(true)).thenRefused(NoOpenRequest);
    given(routed, sent, askedBack(), reported('06')).when(answer(true)).thenRefused(NoOpenRequest);
    given(routed, sent, askedBack(), declined('take-back'))
      .when(answer(true, 5))
      .thenRefused(NoOpenRequest);
  });
});

describe('a document that is revoked', () => {
  const revoke = { type: 'RevokeDelivery', at } as const;
  const revoked: DeliveryEvent = { type: 'DeliveryRevoked', at };

  it('is revoked with whoever has it, asked or not, once', () => {
    given(routed, sent).when(revoke).then(revoked);
    given(routed, sent, reported('06')).when(revoke).then(revoked);
    given(routed, sent, askedBack()).when(revoke).then(revoked);
    given(routed, sent, revoked).when(revoke).thenNothing();
  });

  it('is nothing to those who do not have it', () => {
    given(routed, sent, reported('02')).when(revoke).thenNothing();
    given(routed, sent, askedBack(), agreed('take-back')).when(revoke).thenNothing();
    given(onPaper).when(revoke).thenNothing();
  });

  it('is acknowledged with 15, once, and cannot be declined', () => {
    given(routed, sent, revoked)
      .when(answer(true))
      .then({ type: 'RevocationAcknowledged', ...said(3) });
    given(routed, sent, revoked, { type: 'RevocationAcknowledged', ...said(3) })
      .when(answer(true))
      .thenNothing();
    given(routed, sent, revoked).when(answer(false)).thenRefused(NoOpenRequest);
  });
});

describe('what is said of a day before the document was sent', () => {
  it('is refused of the recipient; by hours the clocks of others may differ', () => {
    const day = 24 * 60;
    const early = { type: 'ReportStatus', code: '03', ...said(-day) } as const;
    given(routed, sent).when(early).thenRefused(SaidTooEarly);
    given(routed, sent, askedBack()).when(answer(true, -day)).thenRefused(SaidTooEarly);
    given(routed, sent, askedBack()).when(answer(true, -60)).then(agreed('take-back', -60));
  });

  it('is taken of the sender, whose packets may bear odd times', () => {
    given(routed, sent)
      .when(askBack(-24 * 60))
      .then(askedBack(-24 * 60));
  });
});

describe('a recipient that is closed', () => {
  const { at: _at, ...named } = parties;

  it('has the document go to its successor, or wait, and then not be routed', () => {
    given()
      .when({ type: 'RerouteDelivery', ...parties, successor: 'so-khcn', source: '' })
      .then(rerouted);
    given()
      .when({ type: 'ParkDelivery', ...parties, problem: 'successor-ambiguous' })
      .then(parked);
    for (const before of [rerouted, parked]) {
      given(before)
        .when({
          type: 'RouteDelivery',
          ...named,
          at,
          via: 'local',
          channel: 'electronic',
          revision: 1,
        })
        .thenNothing();
    }
  });
});
