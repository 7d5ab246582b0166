import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { documentCommand, expectLaws, specify } from '@lienthong/testing';
import { type Channel, circulationOf, document, type IssueDocument } from './document.js';
import { DocumentDiffers } from './document.errors.js';
import { deliveryIdOf, documentIdOf } from './ids.js';

const given = specify(document);

const { type: _type, ...particulars }: IssueDocument = {
  type: 'IssueDocument',
  inputDigest: '0a'.repeat(32),
  sender: 'vpubnd',
  header: {
    documentId: '000.00.01.H39,2020/03/02,7816/VPCP-TTĐT',
    code: '7816/VPCP-TTĐT',
    typeName: 'Công văn',
    subject: 'V/v gửi, nhận văn bản điện tử',
    priority: 0,
  },
  recipients: [{ agency: 'so-tttt', code: '000.00.13.H39', channel: 'electronic', via: 'local' }],
  attachments: [],
  packet: { digest: '0b'.repeat(32), mediaType: 'application/edxml+xml' },
  personal: new Uint8Array(),
  at: instant('2020-03-02T07:30:00+07:00'),
};

describe('a document', () => {
  it('is issued with everything that was said of it', () => {
    given()
      .when({ type: 'IssueDocument', ...particulars })
      .then({ type: 'DocumentIssued', ...particulars });
  });

  it('is the same document when the same packet is handed in again, whenever that is', () => {
    given({ type: 'DocumentIssued', ...particulars })
      .when({ type: 'IssueDocument', ...particulars, at: particulars.at + 1 })
      .thenNothing();
  });

  it('is not replaced by another packet under the same DocumentId', () => {
    given({ type: 'DocumentIssued', ...particulars })
      .when({ type: 'IssueDocument', ...particulars, inputDigest: 'f9'.repeat(32) })
      .thenRefused(DocumentDiffers);
  });

  it('keeps the laws', () => {
    expectLaws(document, documentCommand);
  });
});

describe('the identity of a document', () => {
  it('is its sender and the DocumentId of that sender', () => {
    const id = documentIdOf('vpubnd', '12/UBND');
    expect(documentIdOf('vpubnd', '12/UBND')).toBe(id);
    expect(documentIdOf('so-tttt', '12/UBND')).not.toBe(id);
    expect(documentIdOf('vpubnd', '13/UBND')).not.toBe(id);
    expect(id).toMatch(/^[a-z2-7]{26}$/);
  });

  it('stands in the id of each of its deliveries', () => {
    expect(deliveryIdOf('so-tttt', 'abc')).toBe('so-tttt.abc');
  });
});

describe('how a document is counted', () => {
  const circulation = (...channels: Channel[]) =>
    circulationOf(channels.map((channel) => ({ channel })));

  it.each<[ReturnType<typeof circulationOf>, Channel[]]>([
    ['internal', []],
    ['electronic', ['electronic', 'electronic']],
    ['paper', ['paper', 'paper']],
    ['mixed', ['electronic', 'paper']],
    ['mixed', ['both']],
    ['mixed', ['electronic', 'both']],
    ['mixed', ['paper', 'both']],
  ])('is %s when its recipients get it as %j', (expected, channels) => {
    expect(circulation(...channels)).toBe(expected);
  });
});
