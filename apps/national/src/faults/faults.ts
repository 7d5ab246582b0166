import { type FaultKind, type Seeded, seeded } from '@lienthong/connector';

export interface FaultSetting {
  /** Of a request, or of an item in a list, to be struck; 0–1. */
  readonly probability: number;
  readonly seed: string;
  /** By how much an answer is late, where it is latency. */
  readonly milliseconds: number;
}

export interface Fault extends FaultSetting {
  readonly kind: FaultKind;
  /** How often it has struck since it was switched on. */
  readonly struck: number;
}

interface Switched {
  readonly setting: FaultSetting;
  readonly chance: Seeded;
  struck: number;
}

/** The faults that are switched on. Each draws by its own seed: the same requests are struck again. */
export class Faults {
  private readonly switched = new Map<FaultKind, Switched>();

  /** Switches it on, anew where it was on. */
  on(kind: FaultKind, setting: FaultSetting): void {
    this.switched.set(kind, { setting, chance: seeded(setting.seed, 'fault', kind), struck: 0 });
  }

  off(kind: FaultKind): void {
    this.switched.delete(kind);
  }

  list(): readonly Fault[] {
    return [...this.switched].map(([kind, { setting, struck }]) => ({ kind, ...setting, struck }));
  }

  /** Whether it strikes now. Each call draws. */
  strikes(kind: FaultKind): boolean {
    const switched = this.switched.get(kind);
    if (switched?.chance.chance(switched.setting.probability) !== true) return false;
    switched.struck += 1;
    return true;
  }

  /** How long the answer waits, 0 where latency does not strike. */
  delayMs(): number {
    return this.strikes('latency') ? (this.switched.get('latency')?.setting.milliseconds ?? 0) : 0;
  }

  /** The items in an order that reordering and duplicates make of it. */
  disturbed<Item>(items: readonly Item[]): readonly Item[] {
    const repeated = items.flatMap((item) => (this.strikes('duplicates') ? [item, item] : [item]));
    const chance = this.switched.get('reordering')?.chance;
    if (chance === undefined || !this.strikes('reordering')) return repeated;
    const drawn = repeated.map((item) => ({ item, at: chance.next() }));
    return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}
