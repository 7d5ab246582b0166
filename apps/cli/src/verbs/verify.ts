import { type Command } from 'commander';
import { CliFailure } from '../output/failure.js';
import { type Output, print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { type Verification } from '../platform/inspection-answers.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';

export const addVerify = (program: Command): void => {
  const verify = program
    .command('verify')
    .description('Kiểm tra số liệu và nhật ký\nWhether the figures are right and the log is whole')
    .summary('Kiểm tra số liệu và nhật ký · Whether the figures are right and the log is whole');
  verb(verify, 'metrics', {
    words: {
      vi: 'Đếm lại mọi số liệu từ nhật ký bằng mã khác và so sánh',
      en: 'Count every figure once more from the log, with other code, and compare',
    },
    example: './lienthong verify metrics --json',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    tell(output, await platformIn(layoutOf(dataDir)).operator.verifyMetrics());
  });
  verb(verify, 'log', {
    words: {
      vi: 'Đọc cả nhật ký và mọi tệp mà nó nêu, tìm chỗ hư hỏng',
      en: 'Read the whole log, and every object that it names, and find what is damaged',
    },
    example: './lienthong verify log --json',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    tell(output, await platformIn(layoutOf(dataDir)).operator.verifyLog());
  });
};

/** @throws {CliFailure} when anything is not as it has to be */
const tell = (output: Output, verification: Verification): void => {
  print(output, verification, () => verificationText(verification));
  if (verification.ok) return;
  const count = String(verification.differences.length);
  throw new CliFailure('check-failed', {
    vi: `Có ${count} chỗ lệch.`,
    en: `${count} differences were found.`,
  });
};

const verificationText = ({ checked, differences }: Verification): string => {
  const [first] = differences;
  const compared = `${String(checked)} mục đã so · things were compared`;
  if (first === undefined) return `${compared}: không lệch · no difference`;
  const columns = [...new Set(differences.flatMap((difference) => Object.keys(difference)))];
  const rows = differences.map((difference) =>
    columns.map((column) => String(difference[column] ?? '')),
  );
  return [table(columns, rows), compared].join('\n');
};
