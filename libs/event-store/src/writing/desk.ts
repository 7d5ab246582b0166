import { type Subject } from '@lienthong/contracts';
import { type Draft } from '../wire/log-writer.js';
import { type ChainEnd, type StoredEvent } from '../wire/log-lookup.js';

/**
 * One aggregate at which commands wait, as the writing sees it.
 *
 * `draft` comes first; then one of the others says what became of the draft.
 */
export interface Desk {
  readonly subject: Subject;
  /** The last event on which drafts are decided. */
  readonly known: ChainEnd;
  /** Whether nobody else can have written after {@link known}. */
  readonly isCurrent: boolean;
  /** Decides what waits, on the state after the decisions before. Empty when nothing is to be written. */
  draft(limit: number): Draft;
  /** The draft is in the log, its first event at this sequence. */
  written(firstSequence: number): void;
  /** The draft was empty, and that is final: the log, asked in `epoch`, held nothing newer. */
  nothingToWrite(epoch?: number): void;
  /**
   * These followed in `epoch` what was known, to the end of the chain: the draft is void.
   *
   * @throws {AggregateUnreadable} when one of them cannot be read
   */
  caughtUp(later: readonly StoredEvent[], epoch: number | undefined): void;
  /** What is known contradicts the log. True when it came from elsewhere, and is no longer believed. */
  forget(): boolean;
  /** Nothing can be written; whether the draft was is not known. */
  failed(error: Error): void;
}
