/** A packet in the order in which the axis lists what it holds. */
export interface Listed {
  /** Of the packet, on the axis. */
  readonly id: string;
  /** The system that sent it. */
  readonly from: string;
  readonly position: number;
}

/** So often a packet is tried before those behind it go on without it; it is tried still, and stays on the axis. */
export const PATIENCE = 20;

/** How often each packet that is still on the axis could not be brought in. */
export class Failures {
  private readonly counts = new Map<string, number>();

  /** One more. Returns how many they are. */
  count(id: string): number {
    const failures = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, failures);
    return failures;
  }

  forget(id: string): void {
    this.counts.delete(id);
  }
}

/**
 * One look at the axis's lists. What a packet that cannot be read is about is not known, so all that the same system sent
 * after it waits: the order of what is said of one document holds.
 */
export class Look {
  private readonly held = new Map<string, number>();
  private listed = 0;

  next({ id, from }: Pick<Listed, 'id' | 'from'>): Listed {
    this.listed += 1;
    return { id, from, position: this.listed };
  }

  /** Nothing that its system sent before waits. */
  isFree({ from, position }: Listed): boolean {
    return position <= (this.held.get(from) ?? Infinity);
  }

  holdBehind({ from, position }: Listed): void {
    this.held.set(from, Math.min(position, this.held.get(from) ?? Infinity));
  }
}
