import { table } from '../output/output.js';
import { type Duration, type Indicator } from '../platform/operator-answers.js';
import { type RunReport } from './play.js';

const NAMES: Readonly<Record<string, string>> = {
  'documents.exchanged{province+district}': 'Văn bản điện tử, cấp tỉnh và huyện',
  'documents.exchanged{commune}': 'Văn bản điện tử, cấp xã',
  'documents.signed{province+district}': 'Văn bản ký số, cấp tỉnh và huyện',
  'documents.signed{commune}': 'Văn bản ký số, cấp xã',
  'deliveries.overdue{province+district+commune}': 'Lượt gửi quá hạn',
  'requests.open{province+district+commune}': 'Yêu cầu chưa trả lời',
  'deliveries.arrival{province+district+commune}': 'Từ phát hành đến khi đến nơi',
  'deliveries.completion{province+district+commune}': 'Từ phát hành đến khi hoàn thành',
};

export const indicatorsTable = (indicators: readonly Indicator[]): string =>
  table(
    ['Chỉ tiêu · Indicator', 'Đạt', 'Tổng', 'Tỷ lệ · Value', 'Mục tiêu · Target'],
    indicators.map(({ id, numerator, denominator, target }) => [
      nameOf(id),
      numerator,
      denominator,
      percentOf(numerator, denominator),
      target === null ? '—' : percentOf(Math.round(target * PRECISE), PRECISE),
    ]),
  );

export const durationsTable = (durations: readonly Duration[]): string =>
  table(
    ['Thời gian · Duration', 'Số lượt · Count', 'Trung vị · Median', 'p95'],
    durations.map(({ id, count, medianSeconds, p95Seconds }) => [
      nameOf(id),
      count,
      spelled(medianSeconds),
      spelled(p95Seconds),
    ]),
  );

/** Bounds of durations are whole days, hours, minutes or seconds. */
const spelled = (seconds: number | null): string => {
  if (seconds === null) return '—';
  const units = [
    { length: 86_400, name: 'ngày · d' },
    { length: 3_600, name: 'giờ · h' },
    { length: 60, name: 'phút · min' },
  ];
  const unit = units.find(({ length }) => seconds % length === 0);
  return unit === undefined
    ? `≤ ${String(seconds)} s`
    : `≤ ${String(seconds / unit.length)} ${unit.name}`;
};

/** What a run did, for a person. */
export const reportTable = (report: RunReport): string =>
  [
    indicatorsTable(report.report),
    `${String(report.documents)} văn bản, ${String(report.events)} sự kiện, ${String(report.seconds)} giây · ` +
      `documents, events, seconds`,
    `Dấu vết · Digest: ${report.digest}`,
    ...report.mismatches.map((mismatch) => `LỆCH · MISMATCH: ${JSON.stringify(mismatch)}`),
  ].join('\n');

const nameOf = (id: string): string => {
  const name = NAMES[id];
  return name === undefined ? id : `${name}\n${id}`;
};

/** Targets are published as percentages of two digits at most. */
const PRECISE = 10_000;

/** Rounded half up once, from the integers: what was rounded before may come out wrong. */
const percentOf = (part: number, whole: number): string => {
  if (whole === 0) return '—';
  const tenths = Math.floor((2_000 * part + whole) / (2 * whole));
  return `${(tenths / 10).toFixed(1)} %`;
};
