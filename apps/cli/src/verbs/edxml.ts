import { type Deviation, RULES, checkPacket, isRefusal } from '@lienthong/edxml';
import { type Command } from 'commander';
import { CliFailure } from '../output/failure.js';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { readBytes } from '../platform/yaml-file.js';

export const addEdxml = (program: Command): void => {
  const edxml = program
    .command('edxml')
    .description('Gói tin edXML, không cần nền tảng\nEdXML packets; needs no platform')
    .summary('Gói tin edXML · EdXML packets');
  verb(edxml, 'check', {
    words: {
      vi: 'Nêu từng chỗ gói tin lệch quy chuẩn: dòng, quy tắc, cách sửa',
      en: 'Name each deviation of a packet: line, rule, fix',
    },
    example: './lienthong edxml check packet.edxml',
  })
    .argument('<file>', 'tệp edXML · edXML file')
    .action(async (file: string, options: CommonOptions) => {
      const { output } = contextOf(options);
      const deviations = checkPacket(await readBytes(file));
      const ok = deviations.length === 0;
      print(output, { ok, deviations: deviations.map(told) }, () =>
        ok ? 'Không có chỗ nào lệch · No deviation' : deviationTable(deviations),
      );
      requireSound(file, deviations);
    });
};

/** For programs; in Vietnamese first, as problems are. */
const told = (deviation: Deviation) => {
  const { what, fix } = RULES[deviation.rule];
  return {
    ...deviation,
    refused: isRefusal(deviation.rule),
    detail: what.vi,
    detailEn: what.en,
    fix: fix.vi,
    fixEn: fix.en,
  };
};

const WIDTHS = [8, 46, 44, 44];

const deviationTable = (deviations: readonly Deviation[]): string =>
  table(
    ['Dòng · Line', 'Quy tắc · Rule', 'Chỗ lệch · What', 'Cách sửa · Fix'],
    deviations.map(({ line, column, rule, path, found }) => {
      const { what, fix } = RULES[rule];
      return [
        `${String(line)}:${String(column)}`,
        [isRefusal(rule) ? `${rule} (từ chối · refused)` : rule, shortened(path), found ?? '']
          .filter((text) => text !== '')
          .join('\n'),
        `${what.vi}\n${what.en}`,
        `${fix.vi}\n${fix.en}`,
      ];
    }),
    WIDTHS,
  );

/** The last steps say where it is. */
const shortened = (path: string): string => path.split('/').slice(-2).join('/');

/** @throws {CliFailure} */
const requireSound = (file: string, deviations: readonly Deviation[]): void => {
  const count = String(deviations.length);
  if (deviations.some(({ rule }) => isRefusal(rule)))
    throw new CliFailure('invalid-input', {
      vi: `${file}: ${count} chỗ lệch; gói tin sẽ bị từ chối.`,
      en: `${file}: ${count} deviations; the packet is refused.`,
    });
  if (deviations.length > 0)
    throw new CliFailure('check-failed', {
      vi: `${file}: ${count} chỗ lệch; gói tin vẫn đọc được.`,
      en: `${file}: ${count} deviations; the packet is read all the same.`,
    });
};
