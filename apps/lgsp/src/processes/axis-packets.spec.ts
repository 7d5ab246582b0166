import { describe, expect, it } from '@jest/globals';
import { type AgencyView } from '@lienthong/directory';
import { type IssuedDocument } from '@lienthong/documents';
import { type DocumentPacket, readPacket, UnwritablePacket } from '@lienthong/edxml';
import { instant, sha256 } from '@lienthong/kernel';
import { axisDocument, axisStatus } from './axis-packets.js';
import { type Shipment } from './axis-shipments.js';

const HOP = '000.00.00.H39';
const at = instant('2020-03-02T08:00:00.700+07:00');
const content = Buffer.from('nội dung');
const digest = sha256(content);

const agency = (id: string, code: string): AgencyView => ({
  id,
  realm: code.endsWith('H39') ? 'inside' : 'outside',
  name: `Cơ quan ${id}`,
  placement: { level: 'province', sector: 'state' },
  code,
});

const agencies = new Map(
  [agency('ubnd', HOP), agency('bo', '000.00.00.G17'), agency('tinh', '000.00.00.H41')].map(
    (known) => [known.id, known],
  ),
);
const names = (id: string): AgencyView | undefined => agencies.get(id);

const shipment: Shipment = {
  document: 'doc',
  revision: 1,
  sender: 'ubnd',
  header: {
    documentId: `${HOP},2020/03/02,12/UBND-VP`,
    code: '12/UBND-VP/KT',
    typeName: 'Công văn',
    subject: 'V/v thử',
    dueOn: '2020-03-09',
    priority: 2,
  },
  businessType: 0,
  business: { paper: true, receivers: [], replacements: [] },
  to: [
    { agency: 'bo', code: '000.00.00.G17', channel: 'electronic', via: 'axis' },
    { agency: 'tinh', code: '000.00.00.H41', channel: 'both', via: 'axis' },
  ],
  isFirst: true,
  attachments: [{ digest, name: 'a.txt', mediaType: 'text/plain', size: content.length }],
  packet: { digest: '0b'.repeat(32), mediaType: 'application/json' },
  personal: new Uint8Array(),
  at,
};

const outgoing = {
  shipment,
  personal: { signer: { competence: '', position: 'Chủ tịch', fullName: 'Nguyễn Văn Mẫu' } },
  contents: new Map([[digest, content]]),
  names,
};

const documentIn = (bytes: Uint8Array): DocumentPacket => {
  const packet = readPacket(bytes);
  if (packet.kind !== 'document') throw new Error('no document');
  return packet;
};

describe('a document for the axis', () => {
  it('is written in the same bytes every time', () => {
    const again = { ...outgoing, contents: new Map([[digest, Buffer.from(content)]]) };
    expect(Buffer.from(axisDocument(again, HOP))).toStrictEqual(
      Buffer.from(axisDocument(outgoing, HOP)),
    );
  });

  it('is addressed to those whom it is for', () => {
    const { to } = documentIn(axisDocument(outgoing, HOP));
    expect(to.map(({ organId, name }) => [organId, name])).toStrictEqual([
      ['000.00.00.G17', 'Cơ quan bo'],
      ['000.00.00.H41', 'Cơ quan tinh'],
    ]);
  });

  it('says what was issued, with the hop of the province at whole seconds', () => {
    const packet = documentIn(axisDocument(outgoing, HOP));
    expect(packet).toMatchObject({
      from: { organId: HOP },
      documentId: shipment.header.documentId,
      code: { number: '12', notation: 'UBND-VP/KT' },
      subject: 'V/v thử',
      dueDate: '2020-03-09',
      priority: '2',
      signer: { position: 'Chủ tịch', fullName: 'Nguyễn Văn Mẫu' },
      business: { paper: true },
      trace: [{ organId: HOP, timestamp: instant('2020-03-02T08:00:00+07:00') }],
    });
    expect(packet.attachments.map((file) => [file.name, Buffer.from(file.content)])).toStrictEqual([
      ['a.txt', content],
    ]);
  });

  it('keeps of a packet what its sender wrote, but the recipients and the trace', () => {
    const sent = documentIn(axisDocument(outgoing, 'first'));
    const received = { ...sent, sphere: 'Nội vụ', to: [{ organId: '000.00.00.G17', fax: '024' }] };
    const packet = documentIn(axisDocument({ ...outgoing, received, contents: new Map() }, HOP));
    expect(packet.sphere).toBe('Nội vụ');
    expect(packet.to).toMatchObject([
      { organId: '000.00.00.G17', fax: '024' },
      { organId: '000.00.00.H41', name: 'Cơ quan tinh' },
    ]);
    expect(packet.trace.map(({ organId }) => organId)).toStrictEqual(['first', HOP]);
  });

  it('asks for what the shipment is about, whatever the packet of its sender asked', () => {
    const received = documentIn(axisDocument(outgoing, 'first'));
    const business = { reason: 'Sai số', receivers: [], replacements: [] };
    const update = { ...shipment, businessType: 2, business } as const;
    const packet = documentIn(axisDocument({ ...outgoing, shipment: update, received }, HOP));
    expect(packet).toMatchObject({ businessType: 2, business: { reason: 'Sai số' } });
  });

  it('is refused when XML cannot carry it', () => {
    const header = { ...shipment.header, subject: 'a\u0000' };
    expect(() => axisDocument({ ...outgoing, shipment: { ...shipment, header } }, HOP)).toThrow(
      UnwritablePacket,
    );
  });
});

describe('a status for the axis', () => {
  const { header, packet } = shipment;
  const document: IssuedDocument = {
    status: 'issued',
    inputDigest: '0a'.repeat(32),
    sender: 'bo',
    recipients: [{ agency: 'so', code: '000.00.13.H39', channel: 'electronic', via: 'local' }],
    header,
    attachments: [],
    packet,
    signatures: [],
    replaces: [],
    revision: 1,
    earlier: [],
    changes: [],
  };
  const said = { recipient: 'so', description: 'Gửi nhầm', personal: {}, at, names };
  const status = axisStatus({ ...said, document, code: '02' });

  it('speaks with the code that the sender wrote, and names the document as its sender did', () => {
    expect(readPacket(status)).toMatchObject({
      kind: 'status',
      from: { organId: '000.00.13.H39' },
      responseFor: { organId: '000.00.00.G17', documentId: header.documentId },
      statusCode: '02',
      description: 'Gửi nhầm',
      timestamp: instant('2020-03-02T08:00:00+07:00'),
    });
  });

  it('goes from the sender to the recipient where the document is asked back', () => {
    const asked = axisStatus({ ...said, document, code: '13' });
    expect(readPacket(asked)).toMatchObject({
      from: { organId: '000.00.00.G17' },
      responseFor: { organId: '000.00.13.H39', documentId: header.documentId },
      statusCode: '13',
    });
  });
});
