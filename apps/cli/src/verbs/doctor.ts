import { type Command } from 'commander';
import { runChecks } from '../doctor/checks.js';
import { CliFailure } from '../output/failure.js';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { layoutOf } from '../platform/layout.js';

export const addDoctor = (program: Command): void => {
  verb(program, 'doctor', {
    words: { vi: 'Khám máy và nền tảng', en: 'Check the machine and the platform' },
    example: './lienthong doctor --json',
  }).action(async (options: CommonOptions) => {
    const { output, dataDir } = contextOf(options);
    const checks = await runChecks(layoutOf(dataDir));
    const failed = checks.filter(({ ok }) => !ok);
    print(output, { ok: failed.length === 0, checks }, () =>
      table(
        ['Mục · Check', 'Tốt · Ok', 'Chi tiết · Detail', 'Cách sửa · Fix'],
        checks.map(({ name, ok, detail, fix }) => [name, ok ? '✓' : '✗', detail, fix ?? '']),
      ),
    );
    if (failed.length === 0) return;
    const names = failed.map(({ name }) => name).join(', ');
    throw new CliFailure('check-failed', {
      vi: `Chưa đạt: ${names}.`,
      en: `Not as it must be: ${names}.`,
    });
  });
};
