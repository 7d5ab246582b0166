import { type RecordedMessage } from '@lienthong/contracts';

type Entry = Pick<RecordedMessage, 'subject' | 'version' | 'data' | 'id'>;

/** What is wrong with a log of ledgers: versions that are not 1, 2, 3 …, and entries or ids that are in it twice. */
export const problemsOf = (messages: readonly Entry[]): readonly string[] => {
  const versions = new Map<string, number>();
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { subject, version, data, id } of messages) {
    const expected = (versions.get(subject) ?? 0) + 1;
    if (version !== expected) {
      problems.push(`${subject}: version ${String(version)} in place of ${String(expected)}`);
    }
    versions.set(subject, version);
    for (const name of [id, `${subject} ${Buffer.from(data).toString()}`]) {
      if (seen.has(name)) problems.push(`twice: ${name}`);
      seen.add(name);
    }
  }
  return problems;
};

/** The ledgers that a log adds up to, by aggregate. */
export const ledgersOf = (
  messages: readonly RecordedMessage[],
): ReadonlyMap<string, readonly string[]> => {
  const ledgers = new Map<string, string[]>();
  for (const { aggregateId, data } of messages) {
    const ledger = ledgers.get(aggregateId) ?? [];
    ledgers.set(aggregateId, [...ledger, Buffer.from(data).toString()]);
  }
  return ledgers;
};
