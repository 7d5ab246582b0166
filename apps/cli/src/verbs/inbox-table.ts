import { type InboxEntry } from '@lienthong/connector';
import { toRfc3339 } from '@lienthong/kernel';
import { table } from '../output/output.js';

const KINDS: Readonly<Record<InboxEntry['kind'], string>> = {
  document: 'văn bản mới · document',
  update: 'cập nhật · update',
  'take-back': 'đề nghị lấy lại · take-back',
  revocation: 'thu hồi · revocation',
};

/** An entry as a program reads it, with its times as text. */
export const timed = ({ at, toldAt, ...entry }: InboxEntry) => ({
  ...entry,
  at: toRfc3339(at),
  toldAt: toRfc3339(toldAt),
});

/** What has come as a person reads it: each entry with what it is, of which version it speaks, and why. */
export const inboxTable = (entries: readonly InboxEntry[]): string =>
  table(
    [
      'Báo lúc · Told',
      'Loại · Kind',
      'Lần · Revision',
      'Nơi gửi · From',
      'Số · Code',
      'Trích yếu · Subject',
      'Vị trí · Cursor',
    ],
    entries.map(({ toldAt, kind, revision, description, ...entry }) => [
      toRfc3339(toldAt),
      [KINDS[kind], description].filter((text) => text !== '').join('\n'),
      revision,
      entry.senderName,
      entry.code,
      entry.subject,
      entry.cursor,
    ]),
  );
