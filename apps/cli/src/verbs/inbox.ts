import { type InboxEntry, PlatformClient } from '@lienthong/connector';
import { type Command } from 'commander';
import { CliFailure } from '../output/failure.js';
import { type Output } from '../output/output.js';
import { type CommonOptions, contextOf, verb } from '../output/verb.js';
import { platformIn } from '../platform/known.js';
import { layoutOf } from '../platform/layout.js';
import { knownPlatform } from '../platform/platform-file.js';
import { SystemKeys } from '../platform/system-keys.js';
import { inboxTable, timed } from './inbox-table.js';

const PAGE = 500;
/** Status 01: the document has arrived. */
const ARRIVED = '01';

interface InboxOptions extends CommonOptions {
  readonly after?: string;
  readonly ack?: boolean;
}

export const addInbox = (program: Command): void => {
  verb(program, 'inbox', {
    words: { vi: 'Văn bản đến của một đơn vị', en: 'What has come for an agency' },
    example: './lienthong inbox so-tttt --after CURSOR --ack',
  })
    .argument('<agency>', 'mã định danh hoặc mã nội bộ · code or internal id')
    .option('--after <cursor>', 'chỉ những văn bản sau vị trí này · only what came after')
    .option('--ack', 'báo "đã đến" (01) · report status 01')
    .action(async (agency: string, options: InboxOptions) => {
      const { output, dataDir } = contextOf(options);
      const layout = layoutOf(dataDir);
      const { addresses, operator } = platformIn(layout);
      const scenario = knownPlatform(layout).clock !== 'system';
      const key = await (await SystemKeys.of(operator, layout)).keyFor(agency);
      if (key === undefined) throw notServed(agency);
      const client = new PlatformClient({ url: addresses.platform, key });
      const entries = await allEntries(client, agency, options.after);
      if (options.ack === true) await acknowledge(client, entries, scenario);
      printEntries(output, entries);
    });
};

const notServed = (agency: string): CliFailure =>
  new CliFailure('not-found', {
    vi: `Ở đây không có khoá của hệ thống nào phục vụ ${agency}.`,
    en: `No system whose key is here serves ${agency}.`,
  });

const allEntries = async (
  client: PlatformClient,
  agency: string,
  after: string | undefined,
): Promise<readonly InboxEntry[]> => {
  const all: InboxEntry[] = [];
  let cursor = after;
  for (;;) {
    const page = await client.inbox({ after: cursor, limit: PAGE, agencies: [agency] });
    all.push(...page.entries);
    if (page.entries.length < PAGE) return all;
    cursor = page.cursor;
  }
};

const acknowledge = async (
  client: PlatformClient,
  entries: readonly InboxEntry[],
  scenario: boolean,
): Promise<void> => {
  const outcomes = await client.reportStatuses(
    entries.map(({ documentId, recipient, at }) => ({
      documentId,
      agency: recipient,
      status: ARRIVED,
      // A scenario's clock stands still, and nothing arrives before it was sent.
      ...(scenario ? { at } : {}),
    })),
  );
  for (const outcome of outcomes) if (!outcome.ok) throw outcome.problem;
};

const printEntries = (output: Output, entries: readonly InboxEntry[]): void => {
  if (output.json) for (const entry of entries) output.line(JSON.stringify(timed(entry)));
  else output.line(inboxTable(entries));
};
