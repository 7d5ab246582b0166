import { type Command, InvalidArgumentError } from 'commander';
import { table } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { type Operator } from '../platform/operator.js';
import { type PastRequest } from '../platform/operator-answers.js';

/** As many as the platform remembers. */
const REMEMBERED = 1_000;
const PAGE = 500;

interface RequestsOptions extends CommonOptions {
  readonly limit: number;
}

export const addRequests = (program: Command): void => {
  verb(program, 'requests', {
    words: {
      vi: 'Các yêu cầu gần nhất của một hệ thống: trạng thái, lỗi, mã vết',
      en: 'The last requests of a system: status, problem, trace id',
    },
    example: './lienthong requests eoffice-so-tttt --limit 20',
  })
    .argument('<system>', 'mã hệ thống · id of the system')
    .option('--limit <n>', 'số yêu cầu · how many', limitOf, REMEMBERED)
    .action(async (system: string, options: RequestsOptions) => {
      const { output, dataDir } = contextOf(options);
      const { operator } = platformIn(layoutOf(dataDir));
      const requests = await lastRequests(operator, system, options.limit);
      if (output.json) for (const each of requests) output.line(JSON.stringify(each));
      else output.line(requestTable(requests));
    });
};

/** Newest first. */
const lastRequests = async (
  operator: Operator,
  system: string,
  wanted: number,
): Promise<readonly PastRequest[]> => {
  const all: PastRequest[] = [];
  let after: string | undefined;
  do {
    const limit = String(Math.min(PAGE, wanted - all.length));
    const page = await operator.requestsOf(system, { limit, after });
    all.push(...page.entries);
    after = page.cursor;
  } while (after !== undefined && all.length < wanted);
  return all;
};

const requestTable = (requests: readonly PastRequest[]): string =>
  table(
    ['Lúc · At', 'Yêu cầu · Request', 'HTTP', 'Lỗi · Problem', 'ms', 'Vết · Trace'],
    requests.map(({ at, method, route, status, problem = '', durationMs, traceId }) => [
      at,
      `${method} ${route}`,
      status ?? '—',
      problem,
      durationMs,
      traceId,
    ]),
  );

const limitOf = (text: string): number => {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= REMEMBERED) return limit;
  throw new InvalidArgumentError(`expected 1 to ${String(REMEMBERED)}`);
};
