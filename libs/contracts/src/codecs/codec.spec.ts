import { describe, expect, it } from '@jest/globals';
import { type Instant } from '@lienthong/kernel';
import { agencyEvents } from './agency.js';
import { UndecodableEvent, UnknownEventType } from './codec.errors.js';
import { createCodec } from './codec.js';
import { deliveryEvents } from './delivery.js';
import { documentEvents } from './document.js';
import { packetEvents } from './packet.js';

interface Tea {
  readonly type: 'TeaPoured';
  readonly cups: number;
  readonly sugar: number;
  readonly at: Instant;
}

/** Three versions: the first told the cups alone, the second cups and sugar in the wrong order. */
const teaEvents = createCodec<Tea>({
  category: 'parked',
  context: 'kitchen',
  encode: ({ cups, sugar }) => Uint8Array.of(cups, sugar),
  decoders: {
    TeaPoured: ([cups = 0, sugar = 0], at) => ({ type: 'TeaPoured', cups, sugar, at }),
  },
  versions: { TeaPoured: 3 },
  upcasters: new Map([
    [
      'vn.lienthong.kitchen.tea-poured.v1',
      ([cups = 0]: Uint8Array) => ({
        type: 'vn.lienthong.kitchen.tea-poured.v2',
        data: Uint8Array.of(0, cups),
      }),
    ],
    [
      'vn.lienthong.kitchen.tea-poured.v2',
      ([sugar = 0, cups = 0]: Uint8Array) => {
        if (cups === 0) throw new RangeError('no cup');
        return { type: 'vn.lienthong.kitchen.tea-poured.v3', data: Uint8Array.of(cups, sugar) };
      },
    ],
  ]),
});

describe('the type of an event on the wire', () => {
  it('names context, event and version', () => {
    expect(documentEvents.typeOf('DocumentIssued')).toBe(
      'vn.lienthong.documents.document-issued.v1',
    );
    expect(teaEvents.encode({ type: 'TeaPoured', cups: 2, sugar: 1, at: 5 })).toStrictEqual({
      type: 'vn.lienthong.kitchen.tea-poured.v3',
      data: Uint8Array.of(2, 1),
    });
  });
});

describe('reading events', () => {
  it('brings every older version up to today, step by step', () => {
    const today = { type: 'TeaPoured', cups: 2, at: 5 };
    const read = (version: number, ...data: number[]) =>
      teaEvents.decode(
        `vn.lienthong.kitchen.tea-poured.v${String(version)}`,
        Uint8Array.from(data),
        5,
      );
    expect(read(1, 2)).toStrictEqual({ ...today, sugar: 0 });
    expect(read(2, 1, 2)).toStrictEqual({ ...today, sugar: 1 });
    expect(read(3, 2, 1)).toStrictEqual({ ...today, sugar: 1 });
  });

  it('refuses a version that is newer than the program', () => {
    expect(() =>
      teaEvents.decode('vn.lienthong.kitchen.tea-poured.v4', Uint8Array.of(), 5),
    ).toThrow(UnknownEventType);
  });

  it('names the old type whose data could not be brought up to today', () => {
    const read = () => teaEvents.decode('vn.lienthong.kitchen.tea-poured.v2', Uint8Array.of(), 5);
    expect(read).toThrow(UndecodableEvent);
    expect(read).toThrow('vn.lienthong.kitchen.tea-poured.v2: no cup');
  });

  it.each(['', 'DocumentIssued', 'vn.lienthong.documents.issue-document.v1', 'constructor'])(
    'refuses the type %j',
    (type) => {
      expect(() => documentEvents.decode(type, new Uint8Array(), 5)).toThrow(UnknownEventType);
    },
  );

  it.each<[string, string, string]>([
    ['a part that is missing', '', 'header is missing'],
    ['data that ends in the middle', '0a40', 'index out of range'],
    ['something else altogether', 'ffffffff', 'cannot be read as'],
  ])('refuses %s', (_name, hex, reason) => {
    const read = () =>
      documentEvents.decode(documentEvents.typeOf('DocumentIssued'), Buffer.from(hex, 'hex'), 5);
    expect(read).toThrow(UndecodableEvent);
    expect(read).toThrow(reason);
  });

  it('refuses a word that it does not know', () => {
    const type = deliveryEvents.typeOf('StatusReported');
    expect(() => deliveryEvents.decode(type, Buffer.from('0a023133', 'hex'), 5)).toThrow(
      'no such status',
    );
    const registered = agencyEvents.typeOf('AgencyRegistered');
    expect(() => agencyEvents.decode(registered, Buffer.from('0863', 'hex'), 5)).toThrow(
      'no word stands for 99',
    );
  });

  it('refuses a size that no number can hold', () => {
    const hex = '38ffffffffffffffffff01';
    expect(() =>
      packetEvents.decode(
        packetEvents.typeOf('PacketAccepted'),
        Buffer.from(`1001${hex}`, 'hex'),
        5,
      ),
    ).toThrow('not a safe integer');
  });

  it('passes over fields that a later version adds', () => {
    const type = deliveryEvents.typeOf('DeliverySent');
    expect(deliveryEvents.decode(type, Buffer.from('fa0103616263', 'hex'), 5)).toStrictEqual({
      type: 'DeliverySent',
      at: 5,
    });
  });

  it('keeps no hold of the buffer that the data came in', () => {
    const event = {
      type: 'StatusReported',
      code: '01',
      description: '',
      personal: Uint8Array.of(1, 2, 3),
      timestamp: 4,
      at: 5,
    } as const;
    const { type, data } = deliveryEvents.encode(event);
    const arrived = new Uint8Array(data);
    const decoded = deliveryEvents.decode(type, arrived, 5);
    arrived.fill(0xff);
    expect(decoded).toStrictEqual(event);
  });
});
