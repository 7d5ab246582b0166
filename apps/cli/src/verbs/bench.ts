import { type Command, InvalidArgumentError, Option } from 'commander';
import { type BenchOptions } from '../bench/append.js';
import { type BenchEntry, benchTable } from '../bench/bench-entry.js';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { stopSignal } from '../up/stop-signal.js';

interface BenchFlags extends CommonOptions {
  readonly durability: 'always' | 'relaxed';
  readonly seconds: number;
}

export const addBench = (program: Command): void => {
  const bench = program
    .command('bench')
    .description('Đo thông lượng trên máy này\nMeasure what this machine takes')
    .summary('Đo thông lượng · Measure');
  // What a benchmark needs of the log would make every other verb slower to start.
  const append = async () => (await import('../bench/append.js')).runBenchAppend;
  const flow = async () => (await import('../bench/flow.js')).runBenchFlow;
  addBenchOf(bench, 'append', append, {
    vi: 'Ghi vào nhật ký: 1, 64, 256, 1000 người ghi',
    en: 'Append to the log: 1, 64, 256, 1000 waiting writers',
  });
  addBenchOf(bench, 'flow', flow, {
    vi: 'Văn bản qua cửa HTTP đến khi mọi trạng thái có trong mô hình đọc',
    en: 'Documents through the HTTP door until their statuses are in the read models',
  });
};

const addBenchOf = (
  bench: Command,
  name: string,
  load: () => Promise<(options: BenchOptions) => Promise<readonly BenchEntry[]>>,
  words: { readonly vi: string; readonly en: string },
): void => {
  verb(bench, name, { words, example: `./lienthong bench ${name} --json` })
    .addOption(
      new Option('--durability <kind>', 'relaxed: chưa chắc đã trên đĩa · not on the disk yet')
        .choices(['always', 'relaxed'])
        .default('always'),
    )
    .option('--seconds <n>', 'thời gian mỗi tải · of each load', secondsOf, 5)
    .action(async (options: BenchFlags) => {
      const { output } = contextOf(options);
      const { durability, seconds } = options;
      const onProgress = output.progress;
      const run = await load();
      const entries = await run({ durability, seconds, signal: stopSignal(), onProgress });
      print(output, entries, () => benchTable(entries));
    });
};

const secondsOf = (text: string): number => {
  const seconds = Number(text);
  if (seconds > 0) return seconds;
  throw new InvalidArgumentError('expected a positive number');
};
