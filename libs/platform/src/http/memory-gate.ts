/** No room became free for as long as a body waits; nothing of it was read. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';

  constructor() {
    super('there is no room for the body');
  }
}

export interface MemoryGateOptions {
  /** Bytes of bodies that are in memory at one time; the largest body has to fit twice. */
  readonly budgetBytes: number;
  /** How long a body waits for room. */
  readonly patienceMs: number;
}

/** Up to here a body is small, and waits only for other small ones. */
const SMALL_BYTES = 64 * 1024;
const SMALL_BUDGET_BYTES = 256 * SMALL_BYTES;

/**
 * Lets bodies into memory in the order of their arrival, and only while there is room for them.
 *
 * No caller holds more than half of the room, so one that sends much, or slowly, leaves the others theirs.
 */
export class MemoryGate {
  private readonly small: Lane;
  private readonly large: Lane;

  constructor({ budgetBytes, patienceMs }: MemoryGateOptions) {
    this.small = new Lane(SMALL_BUDGET_BYTES, patienceMs);
    this.large = new Lane(budgetBytes, patienceMs);
  }

  /** Room for the body of one request of `owner`; nothing is held yet. */
  room(owner: string): Room {
    return new Room((bytes) => {
      const lane = bytes <= SMALL_BYTES ? this.small : this.large;
      return lane.enter({ bytes, owner });
    });
  }
}

/** What one request holds of the memory for bodies. */
export class Room {
  private held = 0;
  private leaveLane: () => void = () => undefined;

  constructor(private readonly enter: (bytes: number) => Promise<() => void>) {}

  /** Bytes that may be in memory. */
  get bytes(): number {
    return this.held;
  }

  /**
   * Resolves when `bytes` in all may be in memory.
   *
   * @throws {NoRoom}
   */
  async hold(bytes: number): Promise<void> {
    const leaveNext = await this.enter(bytes);
    this.leaveLane();
    this.leaveLane = leaveNext;
    this.held = bytes;
  }

  /** Gives everything back; to be called once nothing of the body is in memory. */
  leave(): void {
    this.leaveLane();
    this.leaveLane = () => undefined;
    this.held = 0;
  }
}

interface Place {
  readonly bytes: number;
  readonly owner: string;
}

interface Waiting extends Place {
  readonly admit: () => void;
}

class Lane {
  private free: number;
  private readonly share: number;
  private readonly heldBy = new Map<string, number>();
  private readonly queue = new Set<Waiting>();

  constructor(
    budgetBytes: number,
    private readonly patienceMs: number,
  ) {
    this.free = budgetBytes;
    this.share = budgetBytes / 2;
  }

  /** Resolves, with how to leave, when the place is taken. */
  async enter(place: Place): Promise<() => void> {
    if (this.queue.size > 0 || !this.fits(place)) await this.turn(place);
    else this.take(place);
    return () => {
      this.give(place);
    };
  }

  private turn(place: Place): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        ...place,
        admit: () => {
          clearTimeout(patience);
          this.queue.delete(waiting);
          this.take(place);
          resolve();
        },
      };
      const patience = setTimeout(() => {
        this.queue.delete(waiting);
        reject(new NoRoom());
        this.admit();
      }, this.patienceMs);
      this.queue.add(waiting);
      this.admit();
    });
  }

  /** Nobody overtakes one that waits for room; whoever has used up a share lets the others pass. */
  private admit(): void {
    for (const waiting of this.queue) {
      if (waiting.bytes > this.free) return;
      if (this.fits(waiting)) waiting.admit();
    }
  }

  private fits({ bytes, owner }: Place): boolean {
    return bytes <= this.free && this.held(owner) + bytes <= this.share;
  }

  private take({ bytes, owner }: Place): void {
    this.free -= bytes;
    this.heldBy.set(owner, this.held(owner) + bytes);
  }

  private give({ bytes, owner }: Place): void {
    this.free += bytes;
    const left = this.held(owner) - bytes;
    if (left > 0) this.heldBy.set(owner, left);
    else this.heldBy.delete(owner);
    this.admit();
  }

  private held(owner: string): number {
    return this.heldBy.get(owner) ?? 0;
  }
}
