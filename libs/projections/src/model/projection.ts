import { type Recorded } from '@lienthong/contracts';
import { type Directory } from '@lienthong/directory';
import { type RecordedDay } from './background.js';
import { type Effect, type RowAddress, type RowKind } from './row.js';

/** What a fold may look at, as it stood before the event. */
export interface Known {
  /** The agencies as all earlier events of the log have them. */
  readonly directory: Pick<Directory, 'agency'>;
  readonly recorded: RecordedDay;
  /** A row that `reads` named for the event; nothing when it was never put. */
  row<T extends object>(kind: RowKind<T>, id: string): T | undefined;
}

/**
 * A read model as a pure fold over the log.
 *
 * The same events give the same rows, counters and streams, however they are cut into batches.
 */
export interface Projection {
  readonly name: string;
  /** Another version is built from the first event beside the one before. */
  readonly version: string;
  /** The rows that folding `event` looks at. */
  reads(event: Recorded): readonly RowAddress[];
  /** An exception marks the event as poison for this projection: it is noted and passed over. */
  fold(event: Recorded, known: Known): readonly Effect[];
}

/** An event needs a row that an earlier event should have left. */
export class RowMissing extends Error {
  constructor(address: RowAddress) {
    super(`${address} is missing`);
    this.name = new.target.name;
  }
}

/** @throws {RowMissing} */
export const expectRow = <T extends object>(known: Known, kind: RowKind<T>, id: string): T => {
  const row = known.row(kind, id);
  if (row === undefined) throw new RowMissing(kind.address(id));
  return row;
};
