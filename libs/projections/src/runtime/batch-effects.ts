import { type Effect, type RowAddress } from '../model/row.js';

/** An entry of a stream; ids grow with the log: `<sequence>-<n>`. */
export interface StreamEntry {
  readonly stream: string;
  readonly id: string;
  readonly entry: object;
}

/** Something that an index names; ids grow with the log. */
export interface Posting {
  readonly index: string;
  readonly id: string;
  readonly name: string;
}

/** The effects of a batch of events, merged: the last value of each row, the sum of each counter. */
export class BatchEffects {
  readonly rows = new Map<RowAddress, object>();
  readonly counters = new Map<string, Map<string, number>>();
  readonly entries: StreamEntry[] = [];
  readonly postings: Posting[] = [];

  take(sequence: number, effects: readonly Effect[]): void {
    let appended = 0;
    for (const effect of effects) {
      switch (effect.type) {
        case 'put':
          this.rows.set(effect.row, effect.value);
          break;
        case 'add':
          this.count(effect.hash, effect.field, effect.by);
          break;
        case 'append': {
          const { stream, entry } = effect;
          this.entries.push({ stream, id: `${String(sequence)}-${String(appended)}`, entry });
          appended += 1;
          break;
        }
        case 'post': {
          const { index, name } = effect;
          this.postings.push({ index, id: `${String(sequence)}-0`, name });
          break;
        }
      }
    }
  }

  private count(hash: string, field: string, by: number): void {
    const fields = this.counters.get(hash) ?? new Map<string, number>();
    fields.set(field, (fields.get(field) ?? 0) + by);
    this.counters.set(hash, fields);
  }
}
