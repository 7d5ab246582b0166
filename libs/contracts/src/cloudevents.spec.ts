import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import fc from 'fast-check';
import { fromNatsHeaders, toCloudEventJson, toNatsHeaders } from './cloudevents.js';
import { deliveryEvents } from './codecs/delivery.js';
import { type EventEnvelope, type RecordedMessage } from './envelope.js';
import { encodePersonal } from './personal.js';
import { subjectOf } from './subjects.js';

const subject = subjectOf('H39', 'delivery', 'so-tttt.abc');
const at = instant('2020-03-02T07:30:00+07:00');

const envelope: EventEnvelope = {
  id: 'w1-7',
  type: deliveryEvents.typeOf('DeliverySent'),
  source: '/lienthong/H39',
  subject,
  at,
};

const full: EventEnvelope = {
  ...envelope,
  recordedAt: at + 1,
  correlationId: 'Công văn 50%',
  causationId: 'w1-6',
};

const read = (headers: Iterable<readonly [string, string]>) => {
  const known = new Map(headers);
  return fromNatsHeaders((name) => known.get(name), subject);
};

const unreadable = (header: string): unknown =>
  expect.objectContaining({ name: 'NotACloudEvent', header });

describe('the headers of an event', () => {
  it('are those of a CloudEvent in binary mode', () => {
    expect(toNatsHeaders(full)).toStrictEqual([
      ['ce-specversion', '1.0'],
      ['ce-id', 'w1-7'],
      ['ce-type', 'vn.lienthong.documents.delivery-sent.v1'],
      ['ce-source', '/lienthong/H39'],
      ['ce-time', '2020-03-02T00:30:00.000Z'],
      ['ce-datacontenttype', 'application/protobuf'],
      ['ce-recordedtime', '2020-03-02T00:30:00.001Z'],
      ['ce-correlationid', 'C%C3%B4ng%20v%C4%83n%2050%25'],
      ['ce-causationid', 'w1-6'],
    ]);
  });

  it('leave out what is not known', () => {
    expect(toNatsHeaders(envelope).map(([name]) => name)).toStrictEqual([
      'ce-specversion',
      'ce-id',
      'ce-type',
      'ce-source',
      'ce-time',
      'ce-datacontenttype',
    ]);
    expect(read(toNatsHeaders(envelope))).toEqual(envelope);
  });

  it('are read back whatever the texts are, and never break a header', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (id, correlationId, causationId) => {
        const sent = { ...full, id, correlationId, causationId };
        const headers = toNatsHeaders(sent);
        for (const [, value] of headers) expect(value).toMatch(/^[!#-~]*$/);
        expect(read(headers)).toStrictEqual(sent);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each([Date.parse('0000-12-31T17:00:00Z'), Date.parse('+010000-01-01T11:59:59Z')])(
    'are not written with a time that nobody reads back: %j',
    (time) => {
      expect(() => toNatsHeaders({ ...envelope, at: time })).toThrow(RangeError);
      expect(() => toNatsHeaders({ ...envelope, recordedAt: time })).toThrow(RangeError);
    },
  );

  it.each(['ce-specversion', 'ce-id', 'ce-type', 'ce-source', 'ce-time'])(
    'are not read without %s',
    (missing) => {
      const rest = toNatsHeaders(full).filter(([name]) => name !== missing);
      expect(() => read(rest)).toThrow(unreadable(missing));
    },
  );

  it.each([
    ['ce-specversion', '0.3'],
    ['ce-id', '%E1'],
    ['ce-time', 'yesterday'],
    ['ce-time', '2020-13-02T00:30:00Z'],
    ['ce-recordedtime', ''],
    ['ce-causationid', '100%'],
  ])('are not read when %s is %j', (name, value) => {
    expect(() => read([...toNatsHeaders(full), [name, value]])).toThrow(unreadable(name));
  });
});

describe('an event as JSON', () => {
  const personal = encodePersonal({
    staff: { department: 'Văn thư', name: 'Trần Thị B', mobile: '0272', email: 'b@example' },
  });
  const { type, data } = deliveryEvents.encode({
    type: 'StatusReported',
    code: '02',
    description: 'Không đúng thẩm quyền',
    personal,
    timestamp: at,
    at,
  });
  const message: RecordedMessage = {
    ...full,
    type,
    data,
    tenant: 'H39',
    category: 'delivery',
    aggregateId: 'so-tttt.abc',
    version: 3,
    sequence: 1_234,
  };

  it('is a structured CloudEvent in the words of the domain', () => {
    expect(toCloudEventJson(message)).toStrictEqual({
      specversion: '1.0',
      id: 'w1-7',
      type: 'vn.lienthong.documents.status-reported.v1',
      source: '/lienthong/H39',
      subject: 'lt.H39.delivery.so-tttt.abc',
      time: '2020-03-02T00:30:00.000Z',
      recordedtime: '2020-03-02T00:30:00.001Z',
      correlationid: 'Công văn 50%',
      causationid: 'w1-6',
      sequence: '0000000000001234',
      datacontenttype: 'application/json',
      data: {
        code: '02',
        description: 'Không đúng thẩm quyền',
        personal: Buffer.from(personal).toString('base64'),
        timestamp: at,
      },
    });
  });

  it('shows no name of a person', () => {
    expect(JSON.stringify(toCloudEventJson(message))).not.toContain('Trần Thị B');
  });

  it('leaves out what is not known', () => {
    const { recordedAt: _r, correlationId: _co, causationId: _ca, ...bare } = message;
    const names = Object.keys(JSON.parse(JSON.stringify(toCloudEventJson(bare))) as object);
    expect(names).not.toContain('recordedtime');
    expect(names).not.toContain('correlationid');
    expect(names).not.toContain('causationid');
  });
});
