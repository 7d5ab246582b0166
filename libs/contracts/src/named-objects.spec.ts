import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { UndecodableEvent } from './codecs/codec.errors.js';
import { type Encoded } from './codecs/codec.js';
import { documentEvents } from './codecs/document.js';
import { packetEvents } from './codecs/packet.js';
import { parkedEvents } from './codecs/parked.js';
import { systemEvents } from './codecs/system.js';
import { objectsNamedBy } from './named-objects.js';
import { type Category, subjectOf } from './subjects.js';

const at = instant('2020-03-02T07:30:00+07:00');

const digestOf = (digit: string): string => digit.repeat(64);

const packet = digestOf('a');
const first = digestOf('b');
const second = digestOf('c');
const other = digestOf('d');

const namedBy = (category: Category, { type, data }: Encoded) =>
  objectsNamedBy({
    id: 'e',
    type,
    source: '/test',
    subject: subjectOf('H39', category, 'x'),
    at,
    tenant: 'H39',
    category,
    aggregateId: 'x',
    version: 1,
    sequence: 1,
    data,
  });

const attachment = (digest: string) => ({
  digest,
  name: 'a.pdf',
  mediaType: 'text/plain',
  size: 1,
});

const issued = documentEvents.encode({
  type: 'DocumentIssued',
  inputDigest: other,
  sender: 'so-tttt',
  header: { documentId: '1', code: '1', typeName: 'Công văn', subject: 's', priority: 0 },
  recipients: [],
  attachments: [attachment(first), attachment(second)],
  packet: { digest: packet, mediaType: 'text/xml' },
  signatures: [],
  replaces: [],
  personal: new Uint8Array(),
  at,
});

describe('the objects that an event names', () => {
  it('are the packet and the attachments of a document, and not the digest of what was handed in', () => {
    expect(namedBy('document', issued)).toStrictEqual([first, second, packet]);
  });

  it('are what was parked', () => {
    const parked = parkedEvents.encode({
      type: 'MessageParked',
      source: 'axis',
      problem: 'delivery-unknown',
      detail: '',
      content: { digest: packet, mediaType: 'text/xml' },
      at,
    });
    expect(namedBy('parked', parked)).toStrictEqual([packet]);
  });

  it('are the packet that the axis accepted', () => {
    const accepted = packetEvents.encode({
      type: 'PacketAccepted',
      from: 'VN-H39',
      messageType: 'edoc',
      organId: '000.00.13.H39',
      documentId: '1',
      receivers: [],
      digest: packet,
      size: 1,
      at,
    });
    expect(namedBy('packet', accepted)).toStrictEqual([packet]);
  });

  it('are none where the digest is of a key', () => {
    const keyIssued = systemEvents.encode({ type: 'SystemKeyIssued', keyDigest: other, at });
    expect(namedBy('system', keyIssued)).toStrictEqual([]);
  });

  it('cannot be told of an event that cannot be read', () => {
    const damaged = { type: issued.type, data: issued.data.slice(0, -1) };
    expect(() => namedBy('document', damaged)).toThrow(UndecodableEvent);
  });
});
