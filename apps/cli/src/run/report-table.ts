import { table } from '../output/output.js';
import { type Indicator } from '../platform/operator-answers.js';
import { type RunReport } from './play.js';

const NAMES: Readonly<Record<string, string>> = {
  'documents.exchanged{province+district}': 'Văn bản điện tử, cấp tỉnh và huyện',
  'documents.exchanged{commune}': 'Văn bản điện tử, cấp xã',
};

export const indicatorsTable = (indicators: readonly Indicator[]): string =>
  table(
    ['Chỉ tiêu · Indicator', 'Đạt', 'Tổng', 'Tỷ lệ · Value', 'Mục tiêu · Target'],
    indicators.map(({ id, numerator, denominator, value, target }) => [
      nameOf(id),
      numerator,
      denominator,
      percent(value),
      percent(target),
    ]),
  );

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

const percent = (share: number | null): string =>
  share === null ? '—' : `${(share * 100).toFixed(1)} %`;
