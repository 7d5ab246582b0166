import { describe, expect, it } from '@jest/globals';
import { type InboxEntry } from '@lienthong/connector';
import { instant } from '@lienthong/kernel';
import { inboxTable, timed } from './inbox-table.js';

const came: InboxEntry = {
  cursor: '12-0',
  sequence: 12,
  kind: 'document',
  revision: 1,
  description: '',
  toldAt: instant('2020-03-03T09:00:00+07:00'),
  documentId: 'd1',
  headerDocumentId: '000.00.00.H39,2020/03/02,1/UBND',
  recipient: 'so-tttt',
  recipientCode: '000.00.13.H39',
  sender: 'ubnd',
  senderCode: '000.00.00.H39',
  senderName: 'UBND tỉnh',
  code: '1/UBND',
  typeName: 'Công văn',
  subject: 'V/v đê điều',
  priority: 0,
  at: instant('2020-03-02T08:00:00+07:00'),
  attachments: [],
};

describe('an inbox', () => {
  it.each([
    ['document', 'văn bản mới · document'],
    ['update', 'cập nhật · update'],
    ['take-back', 'đề nghị lấy lại · take-back'],
    ['revocation', 'thu hồi · revocation'],
  ] as const)('says of an entry of kind %s what it is', (kind, words) => {
    expect(inboxTable([{ ...came, kind }])).toContain(words);
  });

  it('shows the version that is meant, and why', () => {
    const shown = inboxTable([
      { ...came, kind: 'update', revision: 3, description: 'Đính chính số liệu' },
    ]);
    expect(shown).toMatch(/cập nhật · update +│ 3 /);
    expect(shown).toContain('Đính chính số liệu');
  });

  it('tells a program both times as text, with kind and revision', () => {
    expect(timed(came)).toMatchObject({
      kind: 'document',
      revision: 1,
      at: '2020-03-02T01:00:00.000Z',
      toldAt: '2020-03-03T02:00:00.000Z',
    });
  });
});
