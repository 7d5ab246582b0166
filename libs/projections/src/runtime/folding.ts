import { type Background } from '../model/background.js';
import { type Projection } from '../model/projection.js';
import { append, type Effect, type RowAddress, type RowKind } from '../model/row.js';
import { type Decoded, reasonOf } from './decoded.js';
import { type Rows } from './row-cache.js';

/** The stream of what a projection passed over. */
export const POISON = 'poison';

/** One projection at work on rows that were fetched for it: what one fold puts, the next one sees. */
export class Folding {
  constructor(
    private readonly projection: Projection,
    readonly rows: Rows,
  ) {}

  /** @param background as the message leaves it */
  fold(decoded: Decoded, background: Background): readonly Effect[] {
    const effects = this.effectsOf(decoded, background);
    for (const effect of effects) {
      if (effect.type === 'put') {
        this.rows.set(effect.row, { value: effect.value, checked: true });
      }
    }
    return effects;
  }

  private effectsOf(decoded: Decoded, { directory, recorded }: Background): readonly Effect[] {
    if ('poison' in decoded) return [poison(decoded.poison)];
    try {
      return this.projection.fold(decoded.event, { directory, recorded, row: this.row });
    } catch (error) {
      return [poison(reasonOf(error))];
    }
  }

  private readonly row = <T extends object>(kind: RowKind<T>, id: string): T | undefined => {
    const address = kind.address(id);
    if (!this.rows.has(address)) throw new Error(`the fold did not announce ${address}`);
    const row = this.rows.get(address);
    if (row === undefined) return undefined;
    const value = kind.read(row.value, row.checked);
    row.checked = true;
    return value;
  };
}

/** The rows that folding these messages looks at. */
export const announced = (
  projection: Projection,
  batch: readonly Decoded[],
): ReadonlySet<RowAddress> => {
  const addresses = new Set<RowAddress>();
  for (const decoded of batch) {
    if ('poison' in decoded) continue;
    for (const address of projection.reads(decoded.event)) addresses.add(address);
  }
  return addresses;
};

const poison = (reason: string): Effect => append(POISON, { reason });
