import { setTimeout as pause } from 'node:timers/promises';
import { localDate } from '@lienthong/kernel';
import { type Indicator } from '../platform/operator-answers.js';
import { type IssueOrder, MockControl } from '../platform/mock-control.js';
import { type Addresses } from '../platform/platform-file.js';
import { type Mismatch, type PlannedDocument, type Senders, mismatchesOf } from './expectations.js';
import { persistently } from './persistently.js';
import { settle } from './settle.js';
import { type Stage } from './stage.js';

const ORDERS_IN_ONE_REQUEST = 50;

/** What a run did, as `run --json` prints it. */
export interface RunReport {
  readonly events: number;
  readonly documents: number;
  readonly dossiers: number;
  readonly seconds: number;
  readonly report: readonly Indicator[];
  readonly mismatches: readonly Mismatch[];
  /** The same seed on an empty platform gives the same. */
  readonly digest: string;
}

export interface PlayOptions<Document> {
  /** In the order of their times. */
  readonly agenda: readonly Document[];
  readonly senders: Senders;
  /** Scenario seconds in one real second; `Infinity` waits for nothing. */
  readonly speed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/**
 * Has the mocks issue every document of the agenda and waits until everybody has reacted to everything. Playing the
 * same agenda again adds nothing.
 */
export const play = async <Document extends PlannedDocument & IssueOrder>(
  stage: Stage,
  options: PlayOptions<Document>,
): Promise<RunReport> => {
  const { operator, addresses } = stage;
  const { agenda, senders, signal, onProgress } = options;
  const ask = <T>(question: () => Promise<T>): Promise<T> => persistently(signal, question);
  const startedAt = Date.now();
  const before = await ask(() => operator.status());
  const untouched = (await ask(() => operator.flow())).total.documents === 0;
  await issueAll(addresses, options);
  onProgress(`${String(agenda.length)} văn bản đã giao · documents handed out`);
  await settle(stage, options);
  const { indicators } = await ask(() => operator.metrics(periodOf(agenda)));
  const after = await ask(() => operator.digest());
  return {
    events: after.lastSequence - before.lastSequence,
    documents: agenda.length,
    dossiers: 0,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
    report: indicators,
    mismatches: untouched ? mismatchesOf(agenda, senders, indicators) : [],
    digest: after.digest,
  };
};

const issueAll = async <Document extends PlannedDocument & IssueOrder>(
  addresses: Addresses,
  { agenda, senders, speed, signal }: PlayOptions<Document>,
): Promise<void> => {
  const inside = new MockControl(addresses.eofficeControl);
  const outside = new MockControl(addresses.nationalControl);
  const begin = Date.now();
  const first = agenda[0]?.at ?? 0;
  for (let from = 0; from < agenda.length; from += ORDERS_IN_ONE_REQUEST) {
    const batch = agenda.slice(from, from + ORDERS_IN_ONE_REQUEST);
    const due = begin + ((batch[0]?.at ?? first) - first) / speed;
    if (due > Date.now()) await pause(due - Date.now(), undefined, { signal });
    signal.throwIfAborted();
    const fromInside = batch.filter(({ from: code }) => senders.has(code));
    const fromOutside = batch.filter(({ from: code }) => !senders.has(code));
    await Promise.all([
      persistently(signal, () => inside.issue(fromInside)),
      persistently(signal, () => outside.issue(fromOutside)),
    ]);
  }
};

const periodOf = (agenda: readonly PlannedDocument[]): { from?: string; to?: string } => {
  const [first, last] = [agenda[0], agenda.at(-1)];
  return first === undefined || last === undefined
    ? {}
    : { from: localDate(first.at), to: localDate(last.at) };
};
