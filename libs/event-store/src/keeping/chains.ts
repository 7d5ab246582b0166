import { type StoredMessage } from '../event-store.js';

/** An event that does not follow the one before it of the same aggregate. */
export type ChainDifference =
  | {
      readonly finding: 'version-gap';
      readonly subject: string;
      readonly sequence: number;
      /** The version that it bears, and the one that it should. */
      readonly found: number;
      readonly expected: number;
    }
  | {
      readonly finding: 'broken-link';
      readonly subject: string;
      readonly sequence: number;
      /** Sequence of the event before, as it says and as it is. */
      readonly found: number;
      readonly expected: number;
    };

/** Follows every aggregate of a log from its first event on; keeps the last one of each. */
export class Chains {
  private readonly last = new Map<string, Pick<StoredMessage, 'version' | 'sequence'>>();

  /** Takes the messages of the whole log in order, and says what is wrong with one. */
  take({ subject, version, previous, sequence }: StoredMessage): readonly ChainDifference[] {
    const before = this.last.get(subject) ?? { version: 0, sequence: 0 };
    this.last.set(subject, { version, sequence });
    const at = { subject, sequence };
    const expected = before.version + 1;
    return [
      ...(version === expected
        ? []
        : [{ finding: 'version-gap' as const, ...at, found: version, expected }]),
      ...(previous === before.sequence
        ? []
        : [
            {
              finding: 'broken-link' as const,
              ...at,
              found: previous,
              expected: before.sequence,
            },
          ]),
    ];
  }
}
