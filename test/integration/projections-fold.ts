import { decodeRecorded, type Recorded } from '@lienthong/contracts';
import { type Effect, type Projection } from '@lienthong/projections';
import { Background } from '../../libs/projections/src/model/background.js';
import { type RowAddress } from '../../libs/projections/src/model/row.js';
import { BatchEffects } from '../../libs/projections/src/runtime/batch-effects.js';
import { MemoryLog } from './projections-log.js';
import { type Fact } from './projections-traffic.js';

/** What a projection makes of these facts; its fold sees the rows that it announced and no others. */
export const folded = (projection: Projection, facts: readonly Fact[]): BatchEffects => {
  const effects = new BatchEffects();
  foldEach(projection, recordedOf(facts), effects.rows, ({ message }, made) => {
    effects.take(message.sequence, made);
  });
  return effects;
};

/** The events as the log of a tenant has them. */
export const recordedOf = (facts: readonly Fact[]): readonly Recorded[] => {
  const log = new MemoryLog('H39');
  return facts.map(({ id, event, recordedAt }) =>
    decodeRecorded(log.append(id, event, recordedAt)),
  );
};

/** Folds the events on `rows`, which are not written; `see` may. */
export const foldEach = (
  projection: Projection,
  events: readonly Recorded[],
  rows: ReadonlyMap<RowAddress, object>,
  see: (event: Recorded, effects: readonly Effect[]) => void,
): void => {
  const background = new Background();
  for (const event of events) {
    background.learn(event);
    const announced = new Set(projection.reads(event));
    const { directory, recorded } = background;
    const effects = projection.fold(event, {
      directory,
      recorded,
      row: (kind, rowId) => {
        const address = kind.address(rowId);
        if (!announced.has(address)) throw new Error(`${address} was not announced`);
        const row = rows.get(address);
        return row === undefined ? undefined : kind.read(row);
      },
    });
    see(event, effects);
  }
};

/** The counters of a hash. */
export const counted = (effects: BatchEffects, hash: string): Record<string, number> =>
  Object.fromEntries(effects.counters.get(hash) ?? []);

/** The entries of a stream, oldest first. */
export const appended = (effects: BatchEffects, stream: string): readonly object[] =>
  effects.entries.filter((entry) => entry.stream === stream).map(({ entry }) => entry);
