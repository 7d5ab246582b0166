import { type Command, InvalidArgumentError } from 'commander';
import { CliFailure } from '../output/failure.js';
import { print } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { playFile } from '../run/play-file.js';
import { type RunReport } from '../run/play.js';
import { reportTable } from '../run/report-table.js';
import { stopSignal } from '../up/stop-signal.js';

interface RunOptions extends CommonOptions {
  readonly speed: number;
  readonly seed: string;
}

export const addRun = (program: Command): void => {
  verb(program, 'run', {
    words: { vi: 'Diễn một kịch bản', en: 'Play a scenario' },
    example: './lienthong run scenarios/long-an-morning.yaml --json',
  })
    .argument('<scenario>', 'tệp kịch bản · scenario file')
    .option('--speed <speed>', 'max, original, hoặc số lần · or a factor', speedOf, Infinity)
    .option('--seed <n>', 'hạt giống · seed', '1')
    .action(async (file: string, options: RunOptions) => {
      const { output, dataDir } = contextOf(options);
      const report = await playFile(platformIn(layoutOf(dataDir)), {
        file,
        seed: options.seed,
        speed: options.speed,
        signal: stopSignal(),
        onProgress: output.progress,
      });
      print(output, report, () => reportTable(report));
      requireAgreement(report);
    });
};

/** @throws {CliFailure} when the platform counts otherwise than the causes say */
export const requireAgreement = ({ mismatches }: RunReport): void => {
  if (mismatches.length === 0) return;
  throw new CliFailure('check-failed', {
    vi: `${String(mismatches.length)} chỉ tiêu không khớp với nguyên nhân.`,
    en: `${String(mismatches.length)} indicators do not say what the causes say.`,
  });
};

const speedOf = (text: string): number => {
  if (text === 'max') return Infinity;
  const speed = text === 'original' ? 1 : Number(text);
  if (speed > 0) return speed;
  throw new InvalidArgumentError('expected max, original or a positive number');
};
