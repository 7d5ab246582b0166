import { type Command, InvalidArgumentError } from 'commander';
import { print, table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { type FoundDocuments } from '../platform/inspection-answers.js';
import { type Operator } from '../platform/operator.js';
import { noteStale } from './as-of.js';
import { dayOf } from './day.js';

interface SearchOptions extends CommonOptions {
  readonly code?: string;
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly status?: string;
  readonly limit: number;
}

export const addSearch = (program: Command): void => {
  verb(program, 'search', {
    words: { vi: 'Tìm văn bản', en: 'Find documents' },
    example: './lienthong search bao cao --agency so-tttt --from 2020-03-01',
  })
    .argument('[words...]', 'từ trong trích yếu, có dấu hay không · words of the subject')
    .option('--code <code>', 'số, ký hiệu · number and notation, or parts of it')
    .option('--agency <agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .option('--from <day>', 'yyyy-MM-dd', dayOf)
    .option('--to <day>', 'yyyy-MM-dd', dayOf)
    .option('--status <status>', 'của văn bản hay của một lượt gửi · of it, or of a delivery')
    .option('--limit <n>', 'nhiều nhất · at most', countOf, 50)
    .action(async (words: readonly string[], options: SearchOptions) => {
      const { output, dataDir } = contextOf(options);
      const { code, agency, from, to, status, limit } = options;
      const text = words.length === 0 ? undefined : words.join(' ');
      const { operator } = platformIn(layoutOf(dataDir));
      const query = { text, code, agency, from, to, status };
      const found = await searched(operator, query, limit);
      noteStale(output, found);
      print(output, found, () => foundTable(found));
    });
};

/** Page after page, until there are as many as wanted or no more. */
const searched = async (
  operator: Operator,
  query: Readonly<Record<string, string | undefined>>,
  limit: number,
): Promise<FoundDocuments> => {
  const entries: FoundDocuments['entries'] = [];
  let after: string | undefined;
  for (;;) {
    const left = Math.min(limit - entries.length, 500);
    const page = await operator.search({ ...query, limit: String(left), after });
    entries.push(...page.entries);
    after = page.cursor;
    if (after === undefined || entries.length >= limit) return { ...page, entries };
  }
};

const foundTable = ({ entries }: FoundDocuments): string =>
  table(
    ['Số, ký hiệu · Code', 'Trích yếu · Subject', 'Nơi gửi · From', 'Ngày · Issued', 'Id'],
    entries.map(({ code, subject, senderCode, issuedAt, documentId }) => [
      code,
      subject,
      senderCode,
      issuedAt,
      documentId,
    ]),
  );

const countOf = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a number from 1');
};
