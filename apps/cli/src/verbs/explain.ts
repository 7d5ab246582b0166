import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type Output } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { linesOf } from '../platform/lines.js';
import { asOfOption } from './as-of.js';
import { dayOf } from './day.js';

interface ExplainOptions extends CommonOptions {
  readonly part: 'numerator' | 'denominator';
  readonly from?: string;
  readonly to?: string;
  readonly agency?: string;
  readonly asOf?: string;
}

const shown = z.looseObject({ time: z.string(), type: z.string(), subject: z.string() });

export const addExplain = (program: Command): void => {
  verb(program, 'explain', {
    words: { vi: 'Các sự kiện làm nên một con số', en: 'The events behind a number' },
    example: "./lienthong explain 'documents.exchanged{commune}' --part denominator",
  })
    .argument('<indicator>', 'chỉ tiêu, như trong `metrics` · an id, as `metrics` prints it')
    .addOption(
      new Option('--part <part>', 'tử số hay mẫu số · which of both')
        .choices(['numerator', 'denominator'])
        .default('numerator'),
    )
    .option('--from <day>', 'yyyy-MM-dd', dayOf)
    .option('--to <day>', 'yyyy-MM-dd', dayOf)
    .option('--agency <agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .addOption(asOfOption())
    .action(async (indicator: string, options: ExplainOptions) => {
      const { output, dataDir } = contextOf(options);
      const { part, from, to, agency, asOf } = options;
      const { operator } = platformIn(layoutOf(dataDir));
      const query = { indicator, part, from, to, agency, asOf };
      const events = await operator.explanation(query);
      for await (const line of linesOf(events)) show(output, line);
    });
};

const show = (output: Output, line: string): void => {
  if (output.json || !process.stdout.isTTY) {
    output.line(line);
    return;
  }
  const { time, type, subject } = shown.parse(JSON.parse(line));
  output.line(`${time}  ${type}  ${subject}`);
};
