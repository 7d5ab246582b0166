import { IndicatorUnknown, ProjectionUnknown, RebuildUnderWay } from '@lienthong/projections';
import { NoSuchAgency } from '../directory/directory.errors.js';
import { RebuildUnknown } from '../inspection/inspection.errors.js';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What is refused to whoever looks into the platform. */
export const inspectionProblems: readonly CatalogueEntry[] = [
  [
    ProjectionUnknown,
    type(
      'projection-unknown',
      422,
      words('Không có mô hình đọc này', 'Unknown projection'),
      words('Chọn một tên trong danh sách.', 'Choose one that there is.'),
    ),
  ],
  [
    NoSuchAgency,
    type(
      'agency-not-found',
      404,
      words('Không tìm thấy đơn vị này', 'No such agency'),
      words('Kiểm tra mã; xem danh sách ở /v1/agencies.', 'Check the code; see /v1/agencies.'),
    ),
  ],
  [
    IndicatorUnknown,
    type(
      'indicator-unknown',
      404,
      words('Không có chỉ tiêu này', 'Unknown indicator'),
      words('Xem danh sách ở /v1/metrics.', 'See /v1/metrics for those that there are.'),
    ),
  ],
  [
    RebuildUnderWay,
    type(
      'rebuild-under-way',
      409,
      words('Đang dựng lại mô hình đọc', 'A rebuild is under way'),
      words('Chờ lần dựng lại ấy xong.', 'Wait until it is done.'),
    ),
  ],
  [
    RebuildUnknown,
    type(
      'rebuild-unknown',
      404,
      words('Không có lần dựng lại này', 'Unknown rebuild'),
      words('Yêu cầu dựng lại lần nữa.', 'Ask for another one.'),
    ),
  ],
];
