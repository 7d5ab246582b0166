import { describe, expect, it } from '@jest/globals';
import { readPacket, writeDocumentPacket, writeStatusPacket } from '@lienthong/edxml';
import { instant } from '@lienthong/kernel';
import { letterOf, statusOf } from './letter.js';
import { type IssuedRecord } from './records.js';

const record: IssuedRecord = {
  type: 'issued',
  key: 'morning/17',
  number: 7816,
  document: {
    from: '000.00.00.G22',
    at: instant('2020-03-02T08:15:30+07:00'),
    to: [
      { code: '000.00.00.H39', channel: 'electronic' },
      { code: '000.00.00.H53', channel: 'paper' },
    ],
    typeName: 'Công văn',
    subject: 'Về việc triển khai gửi, nhận văn bản điện tử',
    notation: 'VPCP-TTĐT',
    pages: 2,
  },
};

const directory = () => undefined;

const written = (given: IssuedRecord) => writeDocumentPacket(letterOf(given, directory));

describe('a document that an outside system issues', () => {
  it('is the same packet for the same record, byte for byte', () => {
    expect(written({ ...record })).toStrictEqual(written(record));
  });

  it('bears its number, its electronic recipients and its time', () => {
    expect(readPacket(written(record))).toMatchObject({
      kind: 'document',
      documentId: '000.00.00.G22,2020/03/02,7816/VPCP-TTĐT',
      code: { number: '7816', notation: 'VPCP-TTĐT' },
      to: [{ organId: '000.00.00.H39' }],
      toPlaces: ['000.00.00.H39', '000.00.00.H53'],
      business: { paper: true },
      trace: [{ organId: '000.00.00.G22', timestamp: record.document.at }],
      attachments: [{ name: '7816-VPCP-TTĐT.pdf', mediaType: 'application/pdf' }],
    });
  });

  it('carries an appendix of the size that was asked for', () => {
    const large = { ...record, document: { ...record.document, attachmentBytes: 100_000 } };
    const { attachments } = letterOf(large, directory);
    expect(attachments.map(({ content }) => content.length)).toContain(100_000);
    expect(written(large).length).toBeGreaterThan(130_000);
  });

  it('is answered by a status packet that goes back to its sender', () => {
    const at = record.document.at + 5_000;
    const status = statusOf(
      letterOf(record, directory),
      { organId: '000.00.00.H39' },
      { statusCode: '03', description: 'Đã tiếp nhận', at },
    );
    expect(readPacket(writeStatusPacket(status))).toMatchObject({
      kind: 'status',
      from: { organId: '000.00.00.H39' },
      responseFor: {
        organId: '000.00.00.G22',
        code: '7816/VPCP-TTĐT',
        promulgationDate: '2020-03-02',
        documentId: '000.00.00.G22,2020/03/02,7816/VPCP-TTĐT',
      },
      statusCode: '03',
      timestamp: at,
    });
  });
});
