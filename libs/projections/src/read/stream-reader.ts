import { streamKey } from '../keys.js';
import { parseEntries } from '../stream-entries.js';
import {
  comparePlaces,
  decodeCursor,
  type Place,
  parseStreamId,
  START,
  streamId,
} from './cursor.js';
import { type Snapshot } from './snapshot.js';

export interface StreamQuery {
  readonly streams: readonly string[];
  /** Entries after this cursor; from the beginning when absent. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface PlacedEntry {
  readonly place: Place;
  /** Which of the streams it stands in. */
  readonly stream: string;
  readonly entry: unknown;
}

export interface StreamPage {
  readonly entries: readonly PlacedEntry[];
  /** The last entry's place; where the query began when there is none. */
  readonly end: Place;
}

/**
 * Several streams as one, in the order of the log.
 *
 * @throws {InvalidCursor}
 */
export const readStreams = async (snapshot: Snapshot, query: StreamQuery): Promise<StreamPage> => {
  const { streams, after, limit } = query;
  const start = after === undefined ? START : decodeCursor(after);
  const { replies } = await snapshot.read((transaction, lane) =>
    streams.reduce(
      (commands, stream) =>
        commands.xrange(streamKey(lane, stream), `(${streamId(start)}`, '+', 'COUNT', limit),
      transaction,
    ),
  );
  const entries = streams
    .flatMap((stream, index) => placed(stream, replies[index]))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .slice(0, limit);
  return { entries, end: entries.at(-1)?.place ?? start };
};

const placed = (stream: string, reply: unknown): readonly PlacedEntry[] =>
  parseEntries(reply).flatMap(({ id, entry }) => {
    const place = parseStreamId(id);
    return place === undefined ? [] : [{ place, stream, entry }];
  });
