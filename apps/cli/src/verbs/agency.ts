import { isInstant, isLocalDate } from '@lienthong/kernel';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type KnownAgency } from '../platform/operator-answers.js';
import { CliFailure } from '../output/failure.js';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { branchesOf, drawn } from './agency-tree.js';

interface AgencyOptions extends CommonOptions {
  readonly asOf?: string;
  readonly level?: string;
}

export const addAgency = (program: Command): void => {
  const agency = program
    .command('agency')
    .description('Các cơ quan, đơn vị\nThe agencies')
    .summary('Các cơ quan, đơn vị · The agencies');
  addList(agency);
  addShow(agency);
  addTree(agency);
};

const addList = (agency: Command): void => {
  verb(agency, 'ls', {
    words: { vi: 'Các cơ quan có thể nhận văn bản', en: 'Who can be written to' },
    example: './lienthong agency ls --level district --as-of 2025-06-30',
  })
    .addOption(
      new Option('--level <level>', 'cấp · level').choices([
        'central',
        'province',
        'district',
        'commune',
      ]),
    )
    .addOption(dayOption())
    .action(async ({ level, asOf, ...options }: AgencyOptions) => {
      const { output, dataDir } = contextOf(options);
      const { operator } = platformIn(layoutOf(dataDir));
      const agencies = await operator.agencies({ level, asOf });
      print(output, agencies, () =>
        table(
          ['Id', 'Mã · Code', 'Tên · Name', 'Cấp · Level', 'Trên · Above'],
          agencies.map(({ id, code, name, placement }) => [
            id,
            code,
            name,
            placement.level,
            placement.parent ?? '',
          ]),
        ),
      );
    });
};

const addShow = (agency: Command): void => {
  verb(agency, 'show', {
    words: { vi: 'Một cơ quan và lịch sử của nó', en: 'An agency and its history' },
    example: './lienthong agency show 000.00.13.H39',
  })
    .argument('<agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .addOption(dayOption())
    .action(async (id: string, { asOf, ...options }: AgencyOptions) => {
      const { output, dataDir } = contextOf(options);
      const history = await platformIn(layoutOf(dataDir)).operator.agency(id, { asOf });
      print(output, history, () => {
        const { names, codes, placements, closedOn } = history;
        const rows = [
          ...names.map(({ name, from }) => [from, name]),
          ...codes.map(({ code, from, to }) => [from, to === undefined ? code : `${code} → ${to}`]),
          ...placements.map(({ level, parent, from }) => [
            from,
            parent === undefined ? level : `${level} < ${parent}`,
          ]),
          ...(closedOn === undefined ? [] : [[closedOn, 'đóng · closed']]),
        ];
        return `${history.id}\n${table(['Từ · From', ''], rows)}`;
      });
    });
};

const addTree = (agency: Command): void => {
  verb(agency, 'tree', {
    words: { vi: 'Cây tổ chức', en: 'Who stands under whom' },
    example: './lienthong agency tree ubnd --as-of 2025-06-30',
  })
    .argument('[root]', 'mã định danh hoặc mã nội bộ · code or internal id')
    .addOption(dayOption())
    .action(async (root: string | undefined, { asOf, ...options }: AgencyOptions) => {
      const { output, dataDir } = contextOf(options);
      const agencies = await platformIn(layoutOf(dataDir)).operator.agencies({ asOf });
      const branches = branchesOf(agencies, rootIn(agencies, root));
      print(output, branches, () => drawn(branches).join('\n'));
    });
};

/** @throws {CliFailure} when nobody is called so on that day */
const rootIn = (agencies: readonly KnownAgency[], text?: string): string | undefined => {
  if (text === undefined) return undefined;
  const root = agencies.find(({ id, code }) => id === text || code === text);
  if (root !== undefined) return root.id;
  throw new CliFailure('not-found', {
    vi: `Ngày ấy không có cơ quan ${text}.`,
    en: `There is no agency ${text} on that day.`,
  });
};

const dayOption = (): Option =>
  new Option(
    '--as-of <day>',
    'như vào ngày ấy · as of that day: yyyy-MM-dd, or RFC 3339',
  ).argParser((text: string) => {
    if (isLocalDate(text) || isInstant(text)) return text;
    throw new InvalidArgumentError('expected yyyy-MM-dd or an RFC 3339 date-time');
  });
