import { describe, expect, it } from '@jest/globals';
import { AxisClient, AxisRefused, AxisUnreachable } from '@lienthong/connector';
import { subjectOf, type RecordedMessage } from '@lienthong/contracts';
import { UnwritablePacket } from '@lienthong/edxml';
import { type EventStore } from '@lienthong/event-store';
import { AxisSender } from './axis.sender.js';
import { Parking, type Unhandled } from './parking.js';

const event: RecordedMessage = {
  id: '1',
  type: 'vn.lienthong.documents.document-issued.v1',
  source: 'lgsp',
  subject: subjectOf('H39', 'document', 'abc'),
  at: 1_583_110_800_000,
  tenant: 'H39',
  category: 'document',
  aggregateId: 'abc',
  version: 1,
  sequence: 7,
  data: new Uint8Array([1, 2, 3]),
};

class Axis extends AxisClient {
  readonly sent: Uint8Array[] = [];

  constructor(private readonly failure?: Error) {
    super({ url: 'http://127.0.0.1:1', systemId: 'H39', secret: 'x' });
  }

  override sendEdoc(packet: Uint8Array): Promise<string> {
    this.sent.push(packet);
    return this.failure === undefined ? Promise.resolve('1') : Promise.reject(this.failure);
  }
}

class Lot extends Parking {
  readonly parked: Unhandled[] = [];

  constructor() {
    const nothing: Partial<EventStore> = {};
    super(nothing as EventStore);
  }

  override park(unhandled: Unhandled): Promise<void> {
    this.parked.push(unhandled);
    return Promise.resolve();
  }
}

const sending = (write: () => Promise<Uint8Array | undefined>, failure?: Error) => {
  const axis = new Axis(failure);
  const lot = new Lot();
  const outcome = new AxisSender(axis, lot).send(event, 'edoc', write);
  return { axis, lot, outcome };
};

const packet = new Uint8Array([60]);
const written = () => Promise.resolve(packet);
const refused = (code: string) => new AxisRefused('sendEdoc', code, 'no');

describe('a packet for the axis', () => {
  it('is sent', async () => {
    const { axis, lot, outcome } = sending(written);
    await expect(outcome).resolves.toBe('taken');
    expect([axis.sent, lot.parked]).toStrictEqual([[packet], []]);
  });

  it('is nothing where there is nothing to send', async () => {
    const { axis, lot, outcome } = sending(() => Promise.resolve(undefined));
    await expect(outcome).resolves.toBe('unsent');
    expect([axis.sent, lot.parked]).toStrictEqual([[], []]);
  });

  it.each([['RECEIVER_UNKNOWN'], ['NO_RECEIVER'], ['PACKET_MALFORMED'], ['PACKET_TOO_LARGE']])(
    'is parked when the axis refuses it for good: %s',
    async (code) => {
      const error = refused(code);
      const { lot, outcome } = sending(written, error);
      await expect(outcome).resolves.toBe('refused');
      expect(lot.parked).toStrictEqual([
        {
          source: 'to-axis-edoc',
          bytes: packet,
          mediaType: 'application/edxml+xml',
          error,
          at: event.at,
        },
      ]);
    },
  );

  it('leaves its event where it cannot be written, and stops nobody', async () => {
    const error = new UnwritablePacket('Subject holds a character that XML cannot carry');
    const { axis, lot, outcome } = sending(() => Promise.reject(error));
    await expect(outcome).resolves.toBe('unsent');
    expect(axis.sent).toStrictEqual([]);
    expect(lot.parked).toMatchObject([{ source: 'to-axis-edoc', error, at: event.at }]);
    expect(JSON.parse(String(lot.parked[0]?.bytes))).toStrictEqual({
      sequence: 7,
      subject: 'lt.H39.document.abc',
      type: event.type,
      data: 'AQID',
    });
  });

  it.each([
    ['the axis is away', written, new AxisUnreachable('sendEdoc')],
    ['its sender is not listed yet', written, refused('SENDER_NOT_REGISTERED')],
    ['our key is not known', written, refused('UNAUTHENTICATED')],
    ['the axis says something new', written, refused('BUSY')],
    ['something else is wrong', () => Promise.reject(new TypeError('x')), undefined],
  ])('is tried again, and not parked, when %s', async (_what, write, failure) => {
    const { lot, outcome } = sending(write, failure);
    await expect(outcome).rejects.toThrow();
    expect(lot.parked).toStrictEqual([]);
  });
});
