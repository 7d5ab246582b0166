import { createHash } from 'node:crypto';
import { canonicalJson, sha256 } from '@lienthong/kernel';
import { catalogue } from './catalogue.js';
import { type RecordedMessage } from './envelope.js';

export type DigestedMessage = Pick<RecordedMessage, 'subject' | 'version' | 'type' | 'at' | 'data'>;

const NOT_REPRODUCIBLE: ReadonlySet<string> = new Set(
  catalogue.filter(({ reproducible }) => !reproducible).map(({ type }) => type),
);

/**
 * One text for everything that happened in a run, 64 hexadecimal digits: the same seed gives the same.
 *
 * Says nothing of the order in which different aggregates were written, nor of when; leaves out what is made by chance.
 */
export const digestOfRun = (messages: Iterable<DigestedMessage>): string => {
  const digest = new RunDigest();
  for (const message of messages) digest.take(message);
  return digest.text();
};

/** The same, of messages that come one after the other; a line is kept of each. */
export class RunDigest {
  private readonly lines: Line[] = [];

  take(message: DigestedMessage): void {
    if (!NOT_REPRODUCIBLE.has(message.type)) this.lines.push(lineOf(message));
  }

  text(): string {
    const hash = createHash('sha256');
    for (const { digest } of this.lines.sort(bySubjectAndVersion)) hash.update(digest);
    return hash.digest('hex');
  }
}

interface Line {
  readonly subject: string;
  readonly version: number;
  readonly digest: string;
}

const lineOf = ({ subject, version, type, at, data }: DigestedMessage): Line => {
  const digest = sha256(canonicalJson([subject, version, type, at, sha256(data)]));
  return { subject, version, digest };
};

const bySubjectAndVersion = (a: Line, b: Line): number => {
  if (a.subject === b.subject) return a.version - b.version;
  return a.subject < b.subject ? -1 : 1;
};
