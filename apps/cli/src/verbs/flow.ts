import { type Command, Option } from 'commander';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { type Flow } from '../platform/operator-answers.js';
import { asOfOption, noteStale } from './as-of.js';
import { dayOf } from './day.js';

interface FlowOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly by: 'level' | 'agency';
  readonly asOf?: string;
}

export const addFlow = (program: Command): void => {
  verb(program, 'flow', {
    words: { vi: 'Dòng văn bản giữa các cấp', en: 'How documents flow between levels' },
    example: './lienthong flow --by level --json',
  })
    .option('--from <day>', 'yyyy-MM-dd', dayOf)
    .option('--to <day>', 'yyyy-MM-dd', dayOf)
    .addOption(
      new Option('--by <what>', 'theo cấp hay đơn vị · by level or agency')
        .choices(['level', 'agency'])
        .default('level'),
    )
    .addOption(asOfOption())
    .action(async ({ from, to, by, asOf, ...options }: FlowOptions) => {
      const { output, dataDir } = contextOf(options);
      const answer = await platformIn(layoutOf(dataDir)).operator.flow({ from, to, by, asOf });
      noteStale(output, answer);
      print(output, answer, () => flowTable(answer));
    });
};

const flowTable = ({ total, cells }: Flow): string =>
  table(
    ['Từ · From', 'Đến · To', 'Văn bản · Documents', 'Lượt gửi · Deliveries'],
    [
      ...cells.map(({ from, to, documents, deliveries }) => [from, to, documents, deliveries]),
      ['Tổng · Total', '', total.documents, total.deliveries],
    ],
  );
