import { UndecodableEvent, UnknownEventType } from '@lienthong/contracts';
import { AggregateUnreadable, ObjectDamaged } from '@lienthong/event-store';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What is wrong with the log itself; the operator repairs it, and nobody else can. */
export const logProblems: readonly CatalogueEntry[] = [
  [
    UnknownEventType,
    type(
      'unknown-event-type',
      500,
      words('Nhật ký có sự kiện lạ', 'The log holds an event of an unknown type'),
      words(
        'Sự kiện đã được xếp lại; kiểm tra phiên bản phần mềm.',
        'It is parked; see whether the log is newer than this program.',
      ),
    ),
  ],
  [
    UndecodableEvent,
    type(
      'undecodable-event',
      500,
      words('Sự kiện trong nhật ký không đọc được', 'An event of the log cannot be decoded'),
      words('Sự kiện đã được xếp lại; xem nội dung.', 'It is parked; look at its content.'),
    ),
  ],
  [
    AggregateUnreadable,
    type(
      'aggregate-unreadable',
      500,
      words('Không đọc được trạng thái', 'What happened here before cannot be read'),
      words(
        'Báo quản trị; sự kiện không đọc được đã được xếp lại.',
        'Tell the operator; the event that cannot be read is parked.',
      ),
    ),
  ],
  [
    ObjectDamaged,
    type(
      'content-damaged',
      500,
      words('Nội dung lưu trữ bị hỏng', 'The stored content is damaged'),
      words(
        'Báo quản trị; xin nơi gửi cấp lại tệp.',
        'Tell the operator, and ask the sender for the file.',
      ),
    ),
  ],
];
