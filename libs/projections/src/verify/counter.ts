import { type LocalDate } from '@lienthong/kernel';

/** A number that the read models keep, in words that neither they nor the recount count by. */
export interface NamedCounter {
  /** What is counted, as `documents.outgoing`. */
  readonly figure: string;
  /** Of whom: a level, with an agency behind it where it is that agency's; or `from > to`. */
  readonly of: string;
  /** The day on which it was recorded; empty where nothing is kept by days. */
  readonly recorded: LocalDate;
  /** The day to which it belongs. */
  readonly business: LocalDate;
}

/** Messages that wait for a person; kept without days. */
export const PARKED: NamedCounter = { figure: 'parked', of: '', recorded: '', business: '' };

/** Sums by counter. */
export class Counted {
  private readonly sums = new Map<string, number>();

  add({ figure, of, recorded, business }: NamedCounter, by: number): void {
    const key = JSON.stringify([figure, of, recorded, business]);
    this.sums.set(key, (this.sums.get(key) ?? 0) + by);
  }

  /** Every counter of either, with what both say of it. */
  static *both(
    expected: Counted,
    found: Counted,
  ): Generator<NamedCounter & { readonly expected: number; readonly found: number }> {
    for (const key of new Set([...expected.sums.keys(), ...found.sums.keys()])) {
      const named: unknown = JSON.parse(key);
      const [figure = '', of = '', recorded = '', business = ''] = Array.isArray(named)
        ? named.map(String)
        : [];
      const sums = { expected: expected.sums.get(key) ?? 0, found: found.sums.get(key) ?? 0 };
      yield { figure, of, recorded, business, ...sums };
    }
  }
}
