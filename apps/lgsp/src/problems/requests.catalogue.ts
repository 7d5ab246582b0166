import { IdempotencyKeyReused } from '@lienthong/kernel';
import { InvalidCursor } from '@lienthong/projections';
import {
  AuthenticationRequired,
  KeyExpired,
  KeyRevoked,
  KeyUnknown,
  OperatorOnly,
  SenderNotYours,
  TooManyRequests,
} from '../access/access.errors.js';
import {
  BodyTooLarge,
  CursorBeyondEnd,
  DuplicateJsonKey,
  InvalidField,
  MalformedCode,
  MalformedJson,
  MethodNotAllowed,
  TimeNotAllowed,
  UnknownField,
  UnreadableBody,
  UnsupportedMediaType,
} from '../http/http.errors.js';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What may be wrong with a request before it is known what it is about. */
export const requestProblems: readonly CatalogueEntry[] = [
  [
    AuthenticationRequired,
    type(
      'authentication-required',
      401,
      words('Chưa xác thực', 'Authentication required'),
      words(
        'Gửi khóa trong tiêu đề Authorization: Bearer.',
        'Send the key as Authorization: Bearer.',
      ),
    ),
  ],
  [
    KeyUnknown,
    type(
      'key-unknown',
      401,
      words('Khóa không hợp lệ', 'Unknown key'),
      words(
        'Kiểm tra khóa, hoặc xin cấp khóa mới.',
        'Check the key, or ask the operator for a new one.',
      ),
    ),
  ],
  [
    KeyRevoked,
    type(
      'key-revoked',
      401,
      words('Khóa đã bị thu hồi', 'The key was revoked'),
      words('Dùng khóa mới, hoặc xin cấp khóa.', 'Use a newer key, or ask the operator for one.'),
    ),
  ],
  [
    KeyExpired,
    type(
      'key-expired',
      401,
      words('Khóa đã hết hạn', 'The key has expired'),
      words('Dùng khóa mới, hoặc xin cấp khóa.', 'Use a newer key, or ask the operator for one.'),
    ),
  ],
  [
    IdempotencyKeyReused,
    type(
      'idempotency-key-reused',
      422,
      words('Idempotency-Key đã dùng cho yêu cầu khác', 'The Idempotency-Key is taken'),
      words(
        'Mỗi yêu cầu khác nhau dùng một Idempotency-Key riêng.',
        'Give another request a key of its own.',
      ),
    ),
  ],
  [
    OperatorOnly,
    type(
      'operator-only',
      403,
      words('Chỉ dành cho quản trị', 'For the operator only'),
      words('Dùng khóa quản trị của nền tảng.', "Use the platform operator's key."),
    ),
  ],
  [
    SenderNotYours,
    type(
      'sender-not-yours',
      403,
      words('Không được gửi thay đơn vị khác', 'The agency is not yours to speak for'),
      words(
        'Chỉ gửi thay các đơn vị mà hệ thống được cấp khóa phục vụ.',
        'Speak only for agencies that your system was connected for.',
      ),
    ),
  ],
  [
    TooManyRequests,
    type(
      'too-many-requests',
      429,
      words('Gửi quá nhiều yêu cầu', 'Too many requests'),
      words(
        'Chờ số giây nêu trong Retry-After; gửi theo lô khi có nhiều.',
        'Wait as many seconds as Retry-After says; send in bulk what is many.',
      ),
    ),
  ],
  [
    MalformedJson,
    type(
      'malformed-json',
      400,
      words('JSON không đúng cú pháp', 'Malformed JSON'),
      words('Sửa cú pháp rồi gửi lại.', 'Mend the syntax and send again.'),
    ),
  ],
  [
    DuplicateJsonKey,
    type(
      'duplicate-json-key',
      400,
      words('Khóa JSON bị lặp', 'Duplicate JSON key'),
      words('Mỗi khóa chỉ viết một lần.', 'Write each key once.'),
    ),
  ],
  [
    UnknownField,
    type(
      'unknown-field',
      400,
      words('Trường không có trong giao diện', 'Unknown field'),
      words('Bỏ trường đã nêu; xem /docs.', 'Leave out the fields that are named; see /docs.'),
    ),
  ],
  [
    InvalidField,
    type(
      'invalid-field',
      400,
      words('Trường không hợp lệ', 'Invalid field'),
      words('Sửa các trường đã nêu; xem /docs.', 'Mend the fields that are named; see /docs.'),
    ),
  ],
  [
    MalformedCode,
    type(
      'malformed-code',
      400,
      words('Mã không hợp lệ', 'Malformed code'),
      words(
        'Mã chỉ gồm chữ cái ASCII, chữ số và dấu chấm.',
        'A code has ASCII letters, digits and dots alone.',
      ),
    ),
  ],
  [
    MethodNotAllowed,
    type(
      'method-not-allowed',
      405,
      words('Phương thức không được hỗ trợ', 'Method not allowed'),
      words('Dùng phương thức nêu trong tiêu đề Allow.', 'Use a method that Allow names.'),
    ),
  ],
  [
    UnsupportedMediaType,
    type(
      'unsupported-media-type',
      415,
      words('Kiểu nội dung không được hỗ trợ', 'Unsupported media type'),
      words('Gửi đúng Content-Type, mã UTF-8.', 'Send an accepted Content-Type, in UTF-8.'),
    ),
  ],
  [
    BodyTooLarge,
    type(
      'body-too-large',
      413,
      words('Nội dung quá lớn', 'The body is too large'),
      words('Chia nhỏ hoặc giảm dung lượng.', 'Split it, or make it smaller.'),
    ),
  ],
  [
    UnreadableBody,
    type(
      'unreadable-body',
      400,
      words('Không đọc được nội dung', 'Unreadable body'),
      words('Gửi lại trọn vẹn, mã UTF-8.', 'Send all of it again, in UTF-8.'),
    ),
  ],
  [
    TimeNotAllowed,
    type(
      'time-not-allowed',
      422,
      words('Không nhận thời gian tự khai', 'A time of your own is not accepted'),
      words(
        'Bỏ thời gian, hoặc dùng dạng RFC 3339 trên hệ thống mô phỏng.',
        'Leave the time out; on a scenario write RFC 3339.',
      ),
    ),
  ],
  [
    InvalidCursor,
    type(
      'invalid-cursor',
      400,
      words('Con trỏ không hợp lệ', 'Invalid cursor'),
      words('Dùng con trỏ mà nền tảng đã trả về.', 'Use a cursor that the platform gave you.'),
    ),
  ],
  [
    CursorBeyondEnd,
    type(
      'cursor-beyond-end',
      400,
      words('Con trỏ vượt quá cuối nhật ký', 'The cursor is beyond the end of the log'),
      words(
        'Con trỏ này của nhật ký khác; đọc lại từ đầu, không gửi after.',
        'It is of another log; begin again, without after.',
      ),
    ),
  ],
];
