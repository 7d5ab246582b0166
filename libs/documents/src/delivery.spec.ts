import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { deliveryCommand, expectLaws, historyOf, specify } from '@lienthong/testing';
import fc from 'fast-check';
import { delivery } from './delivery.js';
import { DeliveryUnknown, NotADelivery } from './delivery.errors.js';
import { type DeliveryEvent, type ReportStatus } from './delivery.messages.js';
import { type Delivery } from './delivery.state.js';
import { type ReportCode, type StatusCode } from './status.js';

const given = specify(delivery);

const at = instant('2020-03-02T07:30:00+07:00');
const parties = { document: 'doc', sender: 'vpubnd', recipient: 'so-tttt' };
const route = { ...parties, via: 'local', channel: 'electronic', revision: 1, at } as const;

const routed: DeliveryEvent = { type: 'DeliveryRouted', ...route };
const sent: DeliveryEvent = { type: 'DeliverySent', at };
const onPaper: DeliveryEvent = { type: 'PaperDispatched', ...parties, at };

const word = (code: StatusCode, minutes = 1) => ({
  code,
  description: '',
  personal: new Uint8Array([7]),
  timestamp: at + minutes * 60_000,
  at: at + minutes * 60_000,
});

const report = (code: StatusCode, minutes?: number): ReportStatus => ({
  type: 'ReportStatus',
  ...word(code, minutes),
});

const reported = (code: StatusCode, minutes?: number): DeliveryEvent => ({
  type: 'StatusReported',
  ...word(code, minutes),
});

const late = (code: StatusCode, minutes?: number): DeliveryEvent => ({
  type: 'StatusReportedLate',
  ...word(code, minutes),
});

describe('the routing of a delivery', () => {
  it.each(['electronic', 'both'] as const)('sends it off when the channel is %s', (channel) => {
    given()
      .when({ type: 'RouteDelivery', ...route, channel })
      .then({ type: 'DeliveryRouted', ...route, channel });
  });

  it('only records that paper was dispatched', () => {
    given()
      .when({ type: 'RouteDelivery', ...route, channel: 'paper' })
      .then(onPaper);
  });

  it('happens once, whatever came after it', () => {
    for (const history of [[routed], [onPaper], [routed, sent], [routed, sent, reported('06')]]) {
      given(...history)
        .when({ type: 'RouteDelivery', ...route })
        .thenNothing();
    }
  });
});

describe('the confirmation that a delivery was sent', () => {
  const confirm = { type: 'ConfirmSent', at: at + 1_000 } as const;

  it('is recorded once', () => {
    given(routed)
      .when(confirm)
      .then({ type: 'DeliverySent', at: at + 1_000 });
    given(routed, sent).when(confirm).thenNothing();
    given(routed, sent, reported('01')).when(confirm).thenNothing();
  });

  it('is refused where nothing was routed, or paper alone', () => {
    given().when(confirm).thenRefused(DeliveryUnknown);
    given(onPaper).when(confirm).thenRefused(NotADelivery);
  });
});

describe('the status of a delivery', () => {
  it('goes forward step by step', () => {
    const way: readonly StatusCode[] = ['01', '03', '04', '05', '06'];
    way.forEach((code, step) => {
      const before = way.slice(0, step).map((earlier, minutes) => reported(earlier, minutes));
      given(routed, sent, ...before)
        .when(report(code, 10))
        .then(reported(code, 10));
    });
  });

  it('may skip steps', () => {
    given(routed, sent).when(report('05')).then(reported('05'));
    given(routed, sent, reported('01')).when(report('06')).then(reported('06'));
  });

  it('may be a refusal at every step before the end', () => {
    given(routed, sent).when(report('02')).then(reported('02'));
    given(routed, sent, reported('05')).when(report('02')).then(reported('02'));
  });

  it('proves that the document was sent, even when it overtakes the confirmation', () => {
    given(routed).when(report('01')).then(sent, reported('01'));
  });

  it('is known again by its code and time', () => {
    given(routed, sent, reported('03')).when(report('03')).thenNothing();
    given(routed, sent, reported('03'), reported('06', 2)).when(report('03')).thenNothing();
    given(routed, sent, reported('03'), late('01', 2)).when(report('01', 2)).thenNothing();
  });

  it('without a time of its own is known again by its code', () => {
    const { timestamp: _timestamp, ...untimed } = report('01', 9);
    given(routed, sent, reported('01')).when(untimed).thenNothing();
  });

  it('is another one at another time of the recipient, whatever our own time', () => {
    given(routed, sent, reported('01'))
      .when({ ...report('01', 5), at })
      .then({ ...late('01', 5), at });
  });

  it('is late when it is no step forward, and stays visible', () => {
    given(routed, sent, reported('03')).when(report('01', 2)).then(late('01', 2));
    given(routed, sent, reported('03')).when(report('03', 2)).then(late('03', 2));
  });

  it.each(['02', '06'] as const)('is late after %s, which ends the delivery', (end) => {
    for (const code of ['01', '02', '03', '04', '05', '06'] as const) {
      given(routed, sent, reported(end)).when(report(code, 2)).then(late(code, 2));
    }
  });

  it('is refused where nothing was routed, or paper alone', () => {
    given().when(report('01')).thenRefused(DeliveryUnknown);
    given(onPaper).when(report('01')).thenRefused(NotADelivery);
  });
});

describe('whatever is commanded, a delivery', () => {
  const histories = fc.array(deliveryCommand, { maxLength: 12 });

  it('keeps the laws', () => {
    expectLaws(delivery, deliveryCommand);
  });

  it('never goes backward, and ends once', () => {
    let ended = 0;
    fc.assert(
      fc.property(histories, (commands) => {
        for (const { before, after } of historyOf(delivery, commands)) {
          expect(place(after)).toBeGreaterThanOrEqual(place(before));
          if (!isEnded(before)) continue;
          ended += 1;
          // Only a revocation reaches a document that its recipient has finished with.
          if (after.status !== 'revoked') expect(after.status).toBe(before.status);
        }
      }),
      { seed: 28, numRuns: 300 },
    );
    expect(ended).toBeGreaterThan(0);
  });

  it('keeps everything that was said of it, once', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const steps = historyOf(delivery, commands);
        const words = steps.flatMap(({ events }) => events).flatMap(wordOf);
        const state = steps.at(-1)?.after;
        expect(state !== undefined && 'reported' in state ? state.reported : []).toStrictEqual(
          words,
        );
        expect(
          new Set(words.map(({ code, timestamp }) => `${code} ${String(timestamp)}`)).size,
        ).toBe(words.length);
      }),
      { seed: 28, numRuns: 300 },
    );
  });

  it('has one open question at most, and none when it has ended', () => {
    let asked = 0;
    fc.assert(
      fc.property(histories, (commands) => {
        for (const { before, after, events } of historyOf(delivery, commands)) {
          let state = before;
          for (const event of events) {
            const isQuestion =
              event.type === 'TakeBackRequested' || event.type === 'UpdateRequested';
            if (isQuestion) expect('request' in state).toBe(false);
            asked += isQuestion ? 1 : 0;
            state = delivery.evolve(state, event);
          }
          if (isEnded(after)) expect('request' in after).toBe(false);
        }
      }),
      { seed: 28, numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(0);
  });

  it('loses no version: the newest was asked about, or is asked about next', () => {
    let waiting = 0;
    fc.assert(
      fc.property(histories, (commands) => {
        const steps = historyOf(delivery, commands);
        const asked = new Set(
          steps.flatMap(({ events }) =>
            events.flatMap((event) => (event.type === 'UpdateRequested' ? event.revision : [])),
          ),
        );
        const state = steps.at(-1)?.after;
        if (state === undefined || !('offered' in state) || isEnded(state)) return;
        const next = 'request' in state ? state.request.next : undefined;
        const came = steps.some(({ events }) =>
          events.some(({ type }) => type === 'UpdateRequested' || type === 'UpdateMissed'),
        );
        if (came) expect(asked.has(state.offered) || next === state.offered).toBe(true);
        waiting += next === undefined ? 0 : 1;
      }),
      { seed: 28, numRuns: 300 },
    );
    expect(waiting).toBeGreaterThan(0);
  });
});

const ORDER: readonly Delivery['status'][] = [
  'unrouted',
  'routed',
  'sent',
  'arrived',
  'received',
  'assigned',
  'processing',
];

const ENDS: readonly Delivery['status'][] = ['refused', 'completed', 'taken-back', 'revoked'];

const place = ({ status }: Delivery): number =>
  ORDER.includes(status) ? ORDER.indexOf(status) : ORDER.length;

const isEnded = ({ status }: Delivery): boolean => ENDS.includes(status);

const CODES = {
  TakeBackRequested: '13',
  RequestAgreed: '15',
  RevocationAcknowledged: '15',
  RequestDeclined: '16',
} as const;

const isNegotiation = (type: string): type is keyof typeof CODES => Object.hasOwn(CODES, type);

const wordOf = (
  event: DeliveryEvent,
): readonly { readonly code: ReportCode; readonly timestamp: number }[] => {
  if (!('timestamp' in event)) return [];
  const { timestamp, type } = event;
  if ('code' in event) return [{ code: event.code, timestamp }];
  return isNegotiation(type) ? [{ code: CODES[type], timestamp }] : [];
};
