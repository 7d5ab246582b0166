import { type Recorded, type RecordedMessage } from '@lienthong/contracts';
import { rowKey } from '../../keys.js';
import { type Background } from '../../model/background.js';
import { type Projection } from '../../model/projection.js';
import { type Effect } from '../../model/row.js';
import { type LogReader } from '../../runtime/build.js';
import { decode, introduce } from '../../runtime/decoded.js';
import { announced, Folding } from '../../runtime/folding.js';
import { parseRow, type Rows } from '../../runtime/row-cache.js';
import { type Snapshot } from '../snapshot.js';

export interface RefoldOptions {
  readonly log: LogReader;
  readonly snapshot: Snapshot;
  /** Counts the same on rows that know what came after. */
  readonly projection: Projection;
  /** As the event before `from` left it. */
  readonly background: Background;
  readonly from: number;
  readonly until: number;
  readonly signal: AbortSignal;
  readonly see: (event: Recorded, effects: readonly Effect[]) => Promise<void> | void;
}

/** Folds a stretch of the log once more, on the rows as they are now. */
export const refold = async (options: RefoldOptions): Promise<void> => {
  const { log, from, until, signal } = options;
  if (from > until) return;
  const onMessages = (messages: readonly RecordedMessage[]): Promise<void> =>
    refoldBatch(messages, options);
  await log.read({ from, until, signal, onMessages });
  signal.throwIfAborted();
};

const refoldBatch = async (
  messages: readonly RecordedMessage[],
  { snapshot, projection, background, see }: RefoldOptions,
): Promise<void> => {
  const batch = messages.map(decode);
  const rows = await fetched(snapshot, [...announced(projection, batch)]);
  const folding = new Folding(projection, rows);
  for (const decoded of batch) {
    const introduced = introduce(background, decoded);
    if ('poison' in introduced) continue;
    await see(introduced.event, folding.fold(introduced, background));
  }
};

const fetched = async (snapshot: Snapshot, addresses: readonly string[]): Promise<Rows> => {
  if (addresses.length === 0) return new Map();
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.mget(addresses.map((address) => rowKey(lane, address))),
  );
  const values = Array.isArray(replies[0]) ? replies[0] : [];
  return new Map(addresses.map((address, index) => [address, parseRow(values[index])]));
};
