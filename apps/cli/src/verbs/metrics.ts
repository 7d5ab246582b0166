import { type Command, Option } from 'commander';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { CliFailure } from '../output/failure.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { indicatorsTable } from '../run/report-table.js';
import { dayOf } from './day.js';

interface MetricsOptions extends CommonOptions {
  readonly tenant?: string;
  readonly from?: string;
  readonly to?: string;
  readonly level?: string;
  readonly agency?: string;
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
    .action(async ({ from, to, level, agency, tenant, ...options }: MetricsOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      requireTenant(tenant, knownPlatform(layout).tenant);
      const answer = await platformIn(layout).operator.indicators({ from, to, level, agency });
      print(output, answer, () => indicatorsTable(answer.indicators));
    });
};

const requireTenant = (asked: string | undefined, known: string): void => {
  if (asked === undefined || asked === known) return;
  throw new CliFailure('not-found', {
    vi: `Nền tảng này không có tỉnh ${asked}; chỉ có ${known}.`,
    en: `This platform has no tenant ${asked}, only ${known}.`,
  });
};
