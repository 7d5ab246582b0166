import { type Command, Option } from 'commander';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { CliFailure } from '../output/failure.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { type Metrics } from '../platform/operator-answers.js';
import { durationsTable, indicatorsTable } from '../run/report-table.js';
import { asOfOption, noteStale } from './as-of.js';
import { dayOf } from './day.js';

interface MetricsOptions extends CommonOptions {
  readonly tenant?: string;
  readonly from?: string;
  readonly to?: string;
  readonly level?: string;
  readonly agency?: string;
  readonly by?: 'day' | 'month';
  readonly asOf?: string;
}

export const addMetrics = (program: Command): void => {
  verb(program, 'metrics', {
    words: { vi: 'Các chỉ tiêu', en: 'The indicators' },
    example: './lienthong metrics --from 2020-03-01 --to 2020-03-31 --json',
  })
    .option('--tenant <tenant>', 'tỉnh · province, as H39')
    .option('--from <day>', 'yyyy-MM-dd', dayOf)
    .option('--to <day>', 'yyyy-MM-dd', dayOf)
    .addOption(
      new Option('--level <level>', 'cấp · level').choices([
        'central',
        'province',
        'district',
        'commune',
      ]),
    )
    .option('--agency <agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .addOption(
      new Option('--by <period>', 'thêm từng ngày hay tháng · each day or month too').choices([
        'day',
        'month',
      ]),
    )
    .addOption(asOfOption())
    .action(async ({ from, to, level, agency, tenant, by, asOf, ...options }: MetricsOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      requireTenant(tenant, knownPlatform(layout).tenant);
      const { operator } = platformIn(layout);
      const answer = await operator.metrics({ from, to, level, agency, by, asOf });
      noteStale(output, answer);
      print(output, answer, () => metricsTables(answer));
    });
};

const metricsTables = ({ series = [], ...whole }: Metrics): string =>
  [
    indicatorsTable(whole.indicators),
    durationsTable(whole.durations),
    ...series.flatMap(({ period, indicators }) => [period, indicatorsTable(indicators)]),
  ].join('\n');

const requireTenant = (asked: string | undefined, known: string): void => {
  if (asked === undefined || asked === known) return;
  throw new CliFailure('not-found', {
    vi: `Nền tảng này không có tỉnh ${asked}; chỉ có ${known}.`,
    en: `This platform has no tenant ${asked}, only ${known}.`,
  });
};
