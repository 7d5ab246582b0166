import { AxisRefused } from '@lienthong/connector';
import {
  AgencyAlreadyClosed,
  AgencyDiffers,
  AgencyUnknown,
  CodeInUse,
  GatewayServesAgencies,
  SystemDiffers,
  SystemKeyRevoked,
  SystemKeyUnknown,
  SystemUnknown,
} from '@lienthong/directory';
import { StoreUnavailable, WriterLeaseLost } from '@lienthong/event-store';
import { NoRoom } from '@lienthong/platform';
import { ReadModelsBehind, ReadModelsUnavailable } from '@lienthong/projections';
import { SenderInside, SenderUnknown } from '../processes/axis.errors.js';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What the directory refuses, and what the platform cannot do just now. */
export const platformProblems: readonly CatalogueEntry[] = [
  [
    AgencyUnknown,
    type(
      'agency-unknown',
      422,
      words('Không có đơn vị này', 'Unknown agency'),
      words('Đăng ký đơn vị trước.', 'Register the agency first.'),
    ),
  ],
  [
    AgencyDiffers,
    type(
      'agency-differs',
      409,
      words('Mã nội bộ đã dùng cho đơn vị khác', 'The id belongs to another agency'),
      words('Dùng mã nội bộ khác.', 'Use another id.'),
    ),
  ],
  [
    CodeInUse,
    type(
      'code-in-use',
      409,
      words('Mã đang thuộc đơn vị khác', 'The code belongs to another agency'),
      words(
        'Kiểm tra mã, hoặc những ngày mã có hiệu lực.',
        'Check the code, or the days on which it holds.',
      ),
    ),
  ],
  [
    AgencyAlreadyClosed,
    type(
      'agency-closed',
      409,
      words('Đơn vị đã đóng', 'The agency is closed'),
      words('Kiểm tra ngày đóng.', 'Check the day of closing.'),
    ),
  ],
  [
    SystemUnknown,
    type(
      'system-unknown',
      404,
      words('Không có hệ thống này', 'Unknown system'),
      words('Kết nối hệ thống trước.', 'Connect the system first.'),
    ),
  ],
  [
    SystemKeyUnknown,
    type(
      'system-key-unknown',
      404,
      words('Hệ thống không có khóa này', 'The system has no such key'),
      words('Xem danh sách khóa của hệ thống.', 'Look at the list of its keys.'),
    ),
  ],
  [
    SystemKeyRevoked,
    type(
      'system-key-revoked',
      409,
      words('Khóa đã bị thu hồi', 'The key is revoked already'),
      words('Xin cấp khóa mới.', 'Have a new key issued.'),
    ),
  ],
  [
    SystemDiffers,
    type(
      'system-differs',
      409,
      words('Hệ thống đã kết nối với thông tin khác', 'The system is connected otherwise'),
      words('Dùng mã hệ thống khác.', 'Use another system id.'),
    ),
  ],
  [
    GatewayServesAgencies,
    type(
      'gateway-serves-agencies',
      422,
      words('Cổng kết nối không phục vụ đơn vị', 'A gateway serves no agency'),
      words(
        'Để trống agencies, hoặc chọn loại hệ thống khác.',
        'Leave agencies empty, or connect a system of another kind.',
      ),
    ),
  ],
  [
    ReadModelsUnavailable,
    type(
      'read-models-unavailable',
      503,
      words('Tạm thời không đọc được', 'Reading is not possible just now'),
      words(
        'Thử lại sau; việc gửi vẫn được nhận.',
        'Try again later; documents are still accepted.',
      ),
    ),
  ],
  [
    ReadModelsBehind,
    type(
      'read-models-behind',
      503,
      words('Dữ liệu đọc chưa kịp cập nhật', 'The read models are behind'),
      words('Thử lại sau ít giây.', 'Try again in a few seconds.'),
    ),
  ],
  [
    StoreUnavailable,
    type(
      'store-unavailable',
      503,
      words('Tạm thời không ghi được', 'Writing is not possible just now'),
      words(
        'Gửi lại cùng nội dung; không sợ trùng.',
        'Send the same again; it will not count twice.',
      ),
    ),
  ],
  [
    WriterLeaseLost,
    type(
      'not-the-writer',
      503,
      words('Tiến trình này không giữ quyền ghi', 'This instance is not the writer'),
      words('Gửi lại cùng nội dung.', 'Send the same again.'),
    ),
  ],
  [
    NoRoom,
    type(
      'no-room',
      503,
      words('Tạm thời hết bộ nhớ cho nội dung lớn', 'No room for a body of this size just now'),
      words(
        'Gửi lại cùng nội dung sau ít giây.',
        'Send the same again in a few seconds; nothing was written.',
      ),
    ),
  ],
  [
    AxisRefused,
    type(
      'refused-by-axis',
      502,
      words('Trục từ chối', 'The axis refused'),
      words('Xem lý do của trục.', "See the axis's reason."),
    ),
  ],
  [
    SenderInside,
    type(
      'sender-inside',
      422,
      words('Nơi gửi thuộc tỉnh', 'The sender is of this province'),
      words(
        'Đơn vị trong tỉnh gửi qua nền tảng.',
        'Agencies of the province send at its own door.',
      ),
    ),
  ],
  [
    SenderUnknown,
    type(
      'sender-unknown',
      422,
      words('Trục không có nơi gửi này', 'The axis does not list the sender'),
      words('Đăng ký nơi gửi với trục.', 'Have the sender registered at the axis.'),
    ),
  ],
];
