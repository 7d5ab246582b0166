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
import { type Horizon, isWithin } from './horizon.js';

export interface RefoldOptions {
  readonly log: LogReader;
  readonly snapshot: Snapshot;
  /** Counts the same on rows that know what came after. */
  readonly projection: Projection;
  /** As the event before `from` left it. */
  readonly background: Background;
  readonly from: number;
  readonly horizon: Horizon;
  readonly signal: AbortSignal;
  readonly see: (event: Recorded, effects: readonly Effect[]) => Promise<void> | void;
}

/**
 * Folds a stretch of the log once more, on the rows as they are now. Of what had happened by a time, which may be any
 * part of it, on rows of its own: then it has to begin with the first event.
 */
export const refold = async (options: RefoldOptions): Promise<void> => {
  const { log, from, horizon, signal, snapshot } = options;
  const { sequence: until, happenedBy } = horizon;
  if (from > until) return;
  const own: Rows = new Map();
  const rowsOf = (addresses: readonly string[]): Promise<Rows> | Rows =>
    happenedBy === undefined ? fetched(snapshot, addresses) : announcing(own, addresses);
  const onMessages = (messages: readonly RecordedMessage[]): Promise<void> =>
    refoldBatch(messages, options, rowsOf);
  await log.read({ from, until, signal, onMessages });
  signal.throwIfAborted();
};

const refoldBatch = async (
  messages: readonly RecordedMessage[],
  { projection, background, horizon, see }: RefoldOptions,
  rowsOf: (addresses: readonly string[]) => Promise<Rows> | Rows,
): Promise<void> => {
  const batch = messages.map(decode);
  const folding = new Folding(projection, await rowsOf([...announced(projection, batch)]));
  for (const decoded of batch) {
    const introduced = introduce(background, decoded);
    if ('poison' in introduced || !isWithin(horizon, introduced.event.message)) continue;
    await see(introduced.event, folding.fold(introduced, background));
  }
};

/** The rows, among them these, whether or not they were put. */
const announcing = (rows: Rows, addresses: readonly string[]): Rows => {
  for (const address of addresses) if (!rows.has(address)) rows.set(address, undefined);
  return rows;
};

const fetched = async (snapshot: Snapshot, addresses: readonly string[]): Promise<Rows> => {
  if (addresses.length === 0) return new Map();
  const { replies } = await snapshot.read((transaction, lane) =>
    transaction.mget(addresses.map((address) => rowKey(lane, address))),
  );
  const values = Array.isArray(replies[0]) ? replies[0] : [];
  return new Map(addresses.map((address, index) => [address, parseRow(values[index])]));
};
