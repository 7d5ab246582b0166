import { type IssueOrder } from '@lienthong/connector';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readPacket, writeDocumentPacket } from '@lienthong/edxml';
import { instant } from '@lienthong/kernel';
import { provinceFrom, type Province } from '../province/province.js';
import { readProvinceFile } from '../province/province-file.js';
import { type IssuedRecord } from '../registers/records.js';
import { documentIdOf, goesAsPacket, jsonOf, packetOf } from './letter.js';

const order: IssueOrder = {
  from: '000.00.13.H39',
  at: instant('2020-03-02T08:15:00+07:00'),
  to: [
    { code: '000.00.32.H39', channel: 'electronic' },
    { code: '000.00.00.G14', channel: 'electronic' },
  ],
  typeName: 'Công văn',
  subject: 'Về việc hướng dẫn sử dụng chữ ký số',
  notation: 'STTTT-CNTT',
  dueOn: '2020-03-09',
};

const issued = (change: Partial<IssueOrder> = {}, key = 'k'): IssuedRecord => ({
  type: 'issued',
  key,
  system: 'qlvb-so-tttt',
  number: 281,
  order: { ...order, ...change },
});

describe('a letter', () => {
  let province: Province;

  beforeAll(async () => {
    province = provinceFrom(await readProvinceFile('scenarios/provinces/long-an.yaml'));
  });

  it('bears the number of the register in its DocumentId', () => {
    expect(documentIdOf(issued())).toBe('000.00.13.H39,2020/03/02,281/STTTT-CNTT');
  });

  it('is a packet that says who writes to whom', () => {
    const packet = readPacket(writeDocumentPacket(packetOf(issued(), province)));
    expect(packet).toMatchObject({
      kind: 'document',
      from: {
        organId: '000.00.13.H39',
        name: 'Sở Thông tin và Truyền thông tỉnh Long An',
        email: 'so-tttt@eoffice.example',
      },
      to: [{ organId: '000.00.32.H39', name: 'UBND huyện Bến Lức' }, { organId: '000.00.00.G14' }],
      code: { number: '281', notation: 'STTTT-CNTT' },
      dueDate: '2020-03-09',
      trace: [{ organId: '000.00.13.H39', timestamp: order.at }],
      attachments: [{ name: '281-STTTT-CNTT.pdf', mediaType: 'application/pdf' }],
    });
  });

  it('is the same, byte for byte, however often it is written', () => {
    const record = issued({ attachmentBytes: 5_000 });
    const packet = writeDocumentPacket(packetOf(record, province));
    expect(writeDocumentPacket(packetOf(record, province))).toEqual(packet);
    expect(jsonOf(record)).toEqual(jsonOf(record));
    expect(jsonOf(record).attachments?.[1]).toHaveProperty('content.length', 5_000);
  });

  it('is about every tenth time JSON, with the same content', () => {
    const packets = Array.from({ length: 500 }, (_, n) => goesAsPacket(issued({}, String(n)), 0.1));
    const json = packets.filter((packet) => !packet).length;
    expect(json).toBeGreaterThan(25);
    expect(json).toBeLessThan(85);
    expect(jsonOf(issued())).toMatchObject({ documentId: documentIdOf(issued()), to: order.to });
  });

  it('is JSON where a packet cannot say who gets paper, or has nobody to go to', () => {
    const [first, second] = order.to;
    if (first === undefined || second === undefined) throw new Error('two recipients');
    const paper = { ...second, channel: 'paper' } as const;
    expect(goesAsPacket(issued({ to: [first, paper] }), 0)).toBe(false);
    expect(goesAsPacket(issued({ to: [paper] }), 0)).toBe(false);
    expect(goesAsPacket(issued({ to: [] }), 0)).toBe(false);
    expect(goesAsPacket(issued({ to: [first, { ...second, channel: 'both' }] }), 0)).toBe(false);
  });

  it('is a packet with paper where everybody gets both', () => {
    const both = issued({ to: [{ code: '000.00.32.H39', channel: 'both' }] });
    expect(goesAsPacket(both, 0)).toBe(true);
    expect(packetOf(both, province).business?.paper).toBe(true);
    expect(packetOf(issued(), province).business?.paper).toBe(false);
  });
});
