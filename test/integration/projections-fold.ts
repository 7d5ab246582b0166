import { decodeRecorded } from '@lienthong/contracts';
import { Directory } from '@lienthong/directory';
import { type Projection } from '@lienthong/projections';
import { BatchEffects } from '../../libs/projections/src/runtime/batch-effects.js';
import { MemoryLog } from './projections-log.js';
import { type Fact } from './projections-traffic.js';

/** What a projection makes of these facts; its fold sees the rows that it announced and no others. */
export const folded = (projection: Projection, facts: readonly Fact[]): BatchEffects => {
  const log = new MemoryLog('H39');
  const directory = new Directory();
  const effects = new BatchEffects();
  for (const { id, event: fact } of facts) {
    const message = log.append(id, fact);
    const event = decodeRecorded(message);
    if (event.category === 'agency') directory.applyAgency(id, event.event);
    const announced = new Set(projection.reads(event));
    const made = projection.fold(event, {
      directory,
      row: (kind, rowId) => {
        const address = kind.address(rowId);
        if (!announced.has(address)) throw new Error(`${address} was not announced`);
        const row = effects.rows.get(address);
        return row === undefined ? undefined : kind.read(row);
      },
    });
    effects.take(message.sequence, made);
  }
  return effects;
};

/** The counters of a hash. */
export const counted = (effects: BatchEffects, hash: string): Record<string, number> =>
  Object.fromEntries(effects.counters.get(hash) ?? []);

/** The entries of a stream, oldest first. */
export const appended = (effects: BatchEffects, stream: string): readonly object[] =>
  effects.entries.filter((entry) => entry.stream === stream).map(({ entry }) => entry);
