import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@lienthong/kernel';
import { documentCommand, expectLaws, specify } from '@lienthong/testing';
import { type Channel, circulationOf, document, type IssueDocument } from './document.js';
import { DocumentClosed, DocumentDiffers, DocumentUnknown } from './document.errors.js';
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
  signatures: [],
  replaces: [],
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

const issued = { type: 'DocumentIssued', ...particulars } as const;

const {
  sender: _sender,
  recipients: _recipients,
  replaces: _replaces,
  ...version
} = { ...particulars, inputDigest: '1b'.repeat(32) };

const change = {
  ...version,
  header: { ...particulars.header, subject: 'V/v đã sửa' },
  reason: 'Sai thể thức',
  added: [],
  askedBack: [],
};
const update = { type: 'UpdateDocument', ...change } as const;
const updated = { type: 'DocumentUpdated', ...change, revision: 2 } as const;

const { packet, signatures, personal, at } = particulars;
const revocation = {
  inputDigest: '1c'.repeat(32),
  reason: 'Ban hành nhầm',
  ...{ packet, signatures, personal, at },
};
const revoke = { type: 'RevokeDocument', ...revocation } as const;
const revoked = { type: 'DocumentRevoked', ...revocation } as const;

describe('a change of a document', () => {
  it('has to be of one that was issued', () => {
    given().when(update).thenRefused(DocumentUnknown);
    given().when(revoke).thenRefused(DocumentUnknown);
  });

  it('is a new version, once', () => {
    given(issued).when(update).then(updated);
    given(issued, updated).when(update).thenNothing();
    given(issued, updated)
      .when({ ...update, inputDigest: '1d'.repeat(32) })
      .then({ ...updated, inputDigest: '1d'.repeat(32), revision: 3 });
  });

  it('leaves the packet that issued it known', () => {
    given(issued, updated, revoked)
      .when({ type: 'IssueDocument', ...particulars })
      .thenNothing();
  });

  it('is its revocation, once, and nothing else after that', () => {
    given(issued, updated).when(revoke).then(revoked);
    given(issued, updated, revoked).when(revoke).thenNothing();
    given(issued, updated, revoked).when(update).thenNothing();
    given(issued, revoked).when(update).thenRefused(DocumentClosed);
    given(issued, revoked)
      .when({ ...revoke, inputDigest: '1e'.repeat(32) })
      .thenRefused(DocumentClosed);
  });

  it('shows what it says last, and everybody it was ever addressed to', () => {
    const joins = {
      agency: 'so-tc',
      code: '000.00.05.H39',
      channel: 'paper',
      via: 'local',
    } as const;
    const added = [joins, ...particulars.recipients];
    given(issued)
      .when({ ...update, added })
      .then({ ...updated, added: [joins] });
    const state = fold(document, [issued, { ...updated, added: [joins] }]);
    expect(state).toMatchObject({
      header: { subject: 'V/v đã sửa' },
      recipients: [...particulars.recipients, joins],
      revision: 2,
      inputDigest: particulars.inputDigest,
    });
  });

  it('may be that another takes its place', () => {
    const mark = { type: 'MarkReplaced', by: 'other', at } as const;
    given(issued).when(mark).then({ type: 'DocumentReplaced', by: 'other', at });
    given(issued, { type: 'DocumentReplaced', by: 'other', at }).when(mark).thenNothing();
    given(issued, revoked).when(mark).thenNothing();
    given().when(mark).thenRefused(DocumentUnknown);
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
