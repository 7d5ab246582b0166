import { type InboxEntry, PlatformProblem } from '@lienthong/connector';
import { instant } from '@lienthong/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { type Platform } from '../../apps/cli/src/up/running-platform.js';
import { province } from './shared-province.js';

/** The department whose system the tests write with and read. */
export const SENDER = '000.00.13.H39';
const SYSTEM = 'qlvb-so-tttt';
/** When its documents are issued. */
export const SENT = instant('2020-03-02T09:00:00+07:00');
const LOOK_AGAIN_MS = 50;
const WITHIN_MS = 50_000;
const PAGE = 500;

/** A document of the department, handed in by its system; returns the platform's id. */
export const write = async (
  number: string,
  subject: string,
  ...to: readonly string[]
): Promise<string> => {
  const letter = {
    from: SENDER,
    documentId: `${SENDER},2020/03/02,${number}`,
    code: { number, notation: 'THU' },
    typeName: 'Công văn',
    subject,
    to: to.map((code) => ({ code })),
  };
  return (await province().client(SYSTEM).sendDocument(letter, { at: SENT })).documentId;
};

export const askBack = (documentId: string, recipient: string, description: string) =>
  province()
    .client(SYSTEM)
    .reportStatuses([
      { documentId, agency: SENDER, recipient, status: '13', at: SENT + 60_000, description },
    ]);

/** Nothing, where the read models of the platform have not come to the document yet. */
export const deliveriesOf = async (
  documentId: string,
  { operator }: Pick<Platform, 'operator'> = province().platform,
) => {
  try {
    const [trace] = await operator.traces(documentId);
    return trace?.deliveries ?? [];
  } catch (error) {
    if (error instanceof PlatformProblem && error.code === 'document-unknown') return [];
    throw error;
  }
};

/** What was said of its only delivery, in the order of the log. */
export const saidOf = async (
  documentId: string,
  platform?: Pick<Platform, 'operator'>,
): Promise<readonly string[]> =>
  (await deliveriesOf(documentId, platform)).flatMap(({ hops }) =>
    hops.flatMap(({ statusCode }) => statusCode ?? []),
  );

/** Asks until the answer is as it shall be; throws after 50 s. */
export const until = async <T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> => {
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)}`);
    await pause(LOOK_AGAIN_MS);
  }
};

/** The department's whole inbox. */
export const inbox = async (): Promise<readonly InboxEntry[]> => {
  const client = province().client(SYSTEM);
  const entries: InboxEntry[] = [];
  for (let after: string | undefined; ;) {
    const page = await client.inbox({ after, limit: PAGE });
    entries.push(...page.entries);
    if (page.entries.length < PAGE) return entries;
    after = page.cursor;
  }
};
